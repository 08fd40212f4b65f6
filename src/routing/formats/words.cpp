#include "routing/formats/words.hpp"

#include "base/refusal.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace wt::routing {

namespace {

constexpr std::string_view kBlanks = " \t\r\v\f";

template <class Number>
bool parse(std::string_view text, Number& value)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size();
}

Line split_words(std::string_view text, std::size_t line)
{
    Line words;
    for (auto from = text.find_first_not_of(kBlanks); from != std::string_view::npos;) {
        auto const to = std::min(text.find_first_of(kBlanks, from), text.size());
        words.push_back({text.substr(from, to - from), line});
        from = text.find_first_not_of(kBlanks, to);
    }
    return words;
}

} // namespace

void refuse_line(std::size_t line, Message const& what)
{
    throw Refusal{
        Refusal::invalid_input, {N_("line {1}: {2}"), {std::to_string(line), in_english(what)}}};
}

void refuse_end()
{
    throw Refusal{Refusal::invalid_input, N_("The file ends too early.")};
}

std::vector<Line> split_lines(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = split_words(text.substr(0, end), number);
        if (!line.empty()) {
            lines.push_back(std::move(line));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (lines.empty()) {
        throw Refusal{Refusal::invalid_input, N_("The file is empty.")};
    }
    return lines;
}

double to_number(Word const& word, double least)
{
    constexpr double kMost = 1e12;
    double value = 0;
    if (!parse(word.text, value) || !std::isfinite(value) || value < least ||
        std::abs(value) >= kMost) {
        refuse_line(
            word.line, {N_("“{1}” is no number that can stand here."), {std::string{word.text}}});
    }
    return value;
}

std::int64_t to_whole(Word const& word, std::int64_t least, std::int64_t most)
{
    std::int64_t value = 0;
    if (!parse(word.text, value) || value < least || value > most) {
        refuse_line(
            word.line,
            {N_("“{1}” is no whole number that can stand here."), {std::string{word.text}}});
    }
    return value;
}

void require_words(Line const& line, std::size_t count)
{
    if (line.size() != count) {
        refuse_line(
            line.front().line, {N_("{1} words should stand here."), {std::to_string(count)}});
    }
}

Instance read_instance(std::string_view text, Format format)
{
    switch (format) {
    case Format::op:
        return read_op(text);
    case Format::top:
        return read_top(text);
    case Format::toptw:
        return read_toptw(text);
    case Format::oplib:
        break;
    }
    return read_oplib(text);
}

} // namespace wt::routing
