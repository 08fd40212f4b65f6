#include "base/csv.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace wt {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Reads one record after the other.
class Reader
{
public:
    Reader(std::vector<char>& text, std::size_t from) : text_{text}, at_{from} {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    [[nodiscard]] std::size_t line() const { return line_; }

    /// Appends the cells of the next record.
    void next(std::vector<std::string_view>& cells)
    {
        do {
            cells.push_back(cell());
        } while (take(','));
        take('\r');
        take('\n');
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

    [[nodiscard]] std::size_t end_of_cell() const
    {
        auto end = at_;
        while (end < text_.size() && text_[end] != ',' && text_[end] != '\r' &&
               text_[end] != '\n') {
            ++end;
        }
        return end;
    }

    [[nodiscard]] std::string_view view(std::size_t from, std::size_t to) const
    {
        return trimmed({text_.data() + from, to - from});
    }

    std::string_view cell()
    {
        while (take(' ')) {
        }
        if (take('"')) {
            return quoted();
        }
        auto const from = std::exchange(at_, end_of_cell());
        return view(from, at_);
    }

    /// After the opening mark. A doubled mark stands for itself, so what follows it moves up.
    std::string_view quoted()
    {
        auto const first_line = line_;
        auto const from = at_;
        for (auto to = from; !at_end(); ++to) {
            bool const is_mark = take('"');
            if (is_mark && !take('"')) {
                at_ = end_of_cell();
                return view(from, to);
            }
            char const c = is_mark ? '"' : text_[at_];
            if (!is_mark) {
                take(c);
            }
            text_[to] = c;
        }
        throw Refusal{
            Refusal::invalid_input,
            {N_("The quotation mark in line {1} is never closed."), {std::to_string(first_line)}}};
    }

    std::vector<char>& text_;
    std::size_t at_;
    std::size_t line_ = 1;
};

void require_clean(std::string_view text)
{
    if (is_clean_utf8(text)) {
        return;
    }
    std::size_t number = 0;
    for (auto const line : split(text, '\n')) {
        ++number;
        if (!is_clean_utf8(line)) {
            break;
        }
    }
    throw Refusal{
        Refusal::invalid_input,
        {N_("Line {1} of the file is not UTF-8 text."), {std::to_string(number)}}};
}

std::vector<char> all_of(std::istream& file)
{
    constexpr std::size_t kPortion = 1U << 18U;
    std::vector<char> text;
    std::size_t size = 0;
    do {
        text.resize(size + kPortion);
        size += static_cast<std::size_t>(
            file.rdbuf()->sgetn(text.data() + size, static_cast<std::streamsize>(kPortion)));
    } while (size == text.size());
    text.resize(size);
    return text;
}

} // namespace

CsvTable::CsvTable(std::istream& file) : text_{all_of(file)}
{
    std::string_view const text{text_.data(), text_.size()};
    require_clean(text);
    Reader reader{text_, text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0};
    std::vector<std::size_t> first_cells; // of the rows: the cells may yet move
    while (!reader.at_end()) {
        auto const line = reader.line();
        auto const first = cells_.size();
        reader.next(cells_);
        std::span const cells{cells_.begin() + static_cast<std::ptrdiff_t>(first), cells_.end()};
        if (std::ranges::all_of(cells, &std::string_view::empty)) {
            cells_.resize(first);
        } else if (columns_.empty()) {
            std::ranges::transform(cells, std::back_inserter(columns_), to_lower);
            cells_.clear();
        } else {
            first_cells.push_back(first);
            rows_.push_back(
                {.line = line, .cells = {}, .has_all_cells = cells.size() == columns_.size()});
        }
    }
    take_rows(first_cells);
    if (columns_.empty()) {
        throw Refusal{Refusal::invalid_input, N_("The file is empty.")};
    }
    for (auto const& name : columns_) {
        if (std::ranges::count(columns_, name) > 1) {
            throw Refusal{Refusal::invalid_input, {N_("The column “{1}” comes twice."), {name}}};
        }
    }
}

void CsvTable::take_rows(std::vector<std::size_t> const& first_cells)
{
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        auto const end = row + 1 < rows_.size() ? first_cells[row + 1] : cells_.size();
        rows_[row].cells = std::span{cells_}.subspan(first_cells[row], end - first_cells[row]);
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
    return at && *at < row.cells.size() ? row.cells[*at] : std::string_view{};
}

} // namespace wt
