#include "base/csv.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace wt {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Reads one record after the other.
class Reader
{
public:
    explicit Reader(std::string_view text) : text_{text} {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

    CsvTable::Row next()
    {
        CsvTable::Row row{.line = line_, .cells = {}, .has_all_cells = true};
        do {
            row.cells.push_back(cell());
        } while (take(','));
        take('\r');
        take('\n');
        return row;
    }

private:
    bool take(char wanted)
    {
        if (at_end() || text_[at_] != wanted) {
            return false;
        }
        line_ += wanted == '\n' ? 1U : 0U;
        ++at_;
        return true;
    }

    std::string cell()
    {
        while (take(' ')) {
        }
        if (take('"')) {
            return quoted();
        }
        auto const end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
        auto const value = text_.substr(at_, end - at_);
        at_ = end;
        return std::string{trimmed(value)};
    }

    /// After the opening mark. A doubled mark stands for itself.
    std::string quoted()
    {
        auto const first_line = line_;
        std::string value;
        while (!at_end()) {
            if (take('"')) {
                if (!take('"')) {
                    at_ = std::min(text_.find_first_of(",\r\n", at_), text_.size());
                    return std::string{trimmed(value)};
                }
                value += '"';
                continue;
            }
            char const c = text_[at_];
            take(c);
            value += c;
        }
        throw Refusal{
            Refusal::invalid_input,
            {N_("The quotation mark in line {1} is never closed."), {std::to_string(first_line)}}};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

void require_clean(std::string_view text)
{
    std::size_t number = 0;
    for (auto const line : split(text, '\n')) {
        ++number;
        if (!is_clean_utf8(line)) {
            throw Refusal{
                Refusal::invalid_input,
                {N_("Line {1} of the file is not UTF-8 text."), {std::to_string(number)}}};
        }
    }
}

} // namespace

CsvTable::CsvTable(std::istream& file)
{
    std::string const text{std::istreambuf_iterator<char>{file}, {}};
    require_clean(text);
    Reader reader{std::string_view{text}.substr(
        text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0)};
    while (!reader.at_end()) {
        auto row = reader.next();
        if (std::ranges::all_of(row.cells, &std::string::empty)) {
            continue;
        }
        if (columns_.empty()) {
            std::ranges::transform(row.cells, std::back_inserter(columns_), [](auto const& name) {
                return to_lower(name);
            });
            continue;
        }
        row.has_all_cells = row.cells.size() == columns_.size();
        rows_.push_back(std::move(row));
    }
    if (columns_.empty()) {
        throw Refusal{Refusal::invalid_input, N_("The file is empty.")};
    }
    for (auto const& name : columns_) {
        if (std::ranges::count(columns_, name) > 1) {
            throw Refusal{Refusal::invalid_input, {N_("The column “{1}” comes twice."), {name}}};
        }
    }
}

std::optional<std::size_t> CsvTable::find_column(std::string_view name) const
{
    auto const found = std::ranges::find(columns_, name);
    return found == columns_.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - columns_.begin())};
}

bool CsvTable::has_column(std::string_view name) const
{
    return find_column(name).has_value();
}

void CsvTable::require_columns(std::vector<std::string_view> const& names) const
{
    for (auto const name : names) {
        if (!has_column(name)) {
            throw Refusal{
                Refusal::invalid_input, {N_("The file has no column “{1}”."), {std::string{name}}}};
        }
    }
}

std::string_view CsvTable::cell(Row const& row, std::string_view column) const
{
    auto const at = find_column(column);
    return at && *at < row.cells.size() ? std::string_view{row.cells[*at]} : std::string_view{};
}

} // namespace wt
