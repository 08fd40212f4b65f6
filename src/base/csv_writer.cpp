#include "base/csv_writer.hpp"

#include "base/text.hpp"

namespace wt {

namespace {

bool is_formula(std::string_view cell)
{
    constexpr std::string_view kStarts = "=+-@\t\r";
    return !cell.empty() && kStarts.find(cell.front()) != std::string_view::npos &&
           !find_number(cell);
}

void append_cell(std::string& out, std::string_view cell)
{
    auto const* const guard = is_formula(cell) ? "'" : "";
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        out.append(guard).append(cell);
        return;
    }
    out.append("\"").append(guard);
    for (char const c : cell) {
        out.append(c == '"' ? 2 : 1, c);
    }
    out += '"';
}

} // namespace

void append_csv_line(std::string& out, std::vector<std::string> const& cells)
{
    bool is_first = true;
    for (auto const& cell : cells) {
        out.append(is_first ? "" : ",");
        append_cell(out, cell);
        is_first = false;
    }
    out += "\r\n";
}

} // namespace wt
