#include "cli/satscan_files.hpp"

#include "base/calendar.hpp"
#include "base/refusal.hpp"
#include "cli/session.hpp"

#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>

namespace wt::cli {

namespace {

/// As many as all counts of a case file may come to.
constexpr std::int64_t kMostCases = 20'000'000;

class WordLine
{
public:
    WordLine(std::string const& path, std::size_t line, std::vector<std::string> words)
        : path_{path}, line_{line}, words_{std::move(words)}
    {
    }

    [[noreturn]] void refuse(Message const& what) const
    {
        throw Refusal{
            Refusal::invalid_input,
            {N_("{1}, line {2}: {3}"), {path_, std::to_string(line_), in_english(what)}}};
    }
    [[nodiscard]] std::string const& word(std::size_t i) const { return words_[i]; }
    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] double number(std::size_t i) const
    {
        double value = 0;
        if (!parse(i, value) || !std::isfinite(value)) {
            refuse({N_("“{1}” is no number."), {words_[i]}});
        }
        return value;
    }
    [[nodiscard]] std::int64_t count(std::size_t i) const
    {
        std::int64_t value = 0;
        if (!parse(i, value) || value < 0 || value > kMostCases) {
            refuse({N_("“{1}” is no count from 0 to 20000000."), {words_[i]}});
        }
        return value;
    }
    [[nodiscard]] hotspots::PlaceIndex place(std::size_t i, ScanPlaces const& places) const
    {
        auto const found = places.index_of.find(words_[i]);
        if (found == places.index_of.end()) {
            refuse({N_("The places have no “{1}”."), {words_[i]}});
        }
        return found->second;
    }
    /// 2025-01-31, 2025/01/31 or 2025/1/31.
    [[nodiscard]] Day day(std::size_t i) const
    {
        std::string text;
        for (char const letter : words_[i]) {
            bool const is_mark = letter == '/' || letter == '-';
            text += is_mark ? '-' : letter;
        }
        for (auto const at : {std::size_t{5}, std::size_t{8}}) {
            if (text.size() > at && (text.size() == at + 1 || text[at + 1] == '-')) {
                text.insert(at, "0");
            }
        }
        auto const found = find_day(text);
        if (!found) {
            refuse({N_("“{1}” is not a date such as 2026-12-02."), {words_[i]}});
        }
        return *found;
    }

private:
    template <class Number>
    bool parse(std::size_t i, Number& value) const
    {
        auto const& text = words_[i];
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end == text.data() + text.size();
    }

    std::string const& path_;
    std::size_t line_;
    std::vector<std::string> words_;
};

/// Calls `take` with each line that is not blank.
template <class Take>
void read_lines(std::string const& path, std::size_t columns, Take take)
{
    auto file = open_file(path);
    std::string text;
    bool is_empty = true;
    for (std::size_t number = 1; std::getline(file, text); ++number) {
        std::istringstream stream{text};
        std::vector<std::string> words;
        for (std::string word; stream >> word;) {
            words.push_back(std::move(word));
        }
        if (words.empty()) {
            continue;
        }
        is_empty = false;
        WordLine const line{path, number, std::move(words)};
        if (line.size() != columns) {
            line.refuse({N_("There are not {1} words."), {std::to_string(columns)}});
        }
        take(line);
    }
    if (is_empty) {
        throw Refusal{Refusal::invalid_input, {N_("{1} is empty."), {path}}};
    }
}

} // namespace

ScanPlaces read_scan_places(std::string const& path)
{
    ScanPlaces places;
    read_lines(path, 3, [&](WordLine const& line) {
        auto const index = static_cast<hotspots::PlaceIndex>(places.names.size());
        if (!places.index_of.emplace(line.word(0), index).second) {
            line.refuse({N_("“{1}” comes twice."), {line.word(0)}});
        }
        places.names.push_back(line.word(0));
        places.points.push_back({line.number(1), line.number(2)});
    });
    return places;
}

std::vector<DatedCase>
read_scan_cases(std::string const& path, ScanPlaces const& places, Day start, Day end)
{
    std::vector<DatedCase> cases;
    read_lines(path, 3, [&](WordLine const& line) {
        DatedCase const one{line.place(0, places), line.day(2)};
        if (one.day < start || one.day > end) {
            line.refuse({N_("{1} is not in the time that is looked at."), {line.word(2)}});
        }
        auto const all = static_cast<std::int64_t>(cases.size()) + line.count(1);
        if (all > kMostCases) {
            line.refuse({N_("There are more than {1} cases."), {std::to_string(kMostCases)}});
        }
        cases.resize(static_cast<std::size_t>(all), one);
    });
    return cases;
}

std::vector<hotspots::PlaceLink> read_scan_links(std::string const& path, ScanPlaces const& places)
{
    std::vector<hotspots::PlaceLink> links;
    read_lines(path, 3, [&](WordLine const& line) {
        auto const length = line.number(2);
        if (length < 0) {
            line.refuse({N_("“{1}” is no length."), {line.word(2)}});
        }
        links.push_back({line.place(0, places), line.place(1, places), length});
    });
    return links;
}

} // namespace wt::cli
