#include "app/help_lines.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"
#include "scheme/help_line.hpp"
#include "store/help_lines.hpp"

#include <algorithm>
#include <functional>

namespace wt::app {

namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestAbout = 300;

bool is_number(std::string_view text)
{
    return text.size() <= 30 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || c == ' ' || c == '+' || c == '-';
           });
}

/// What stands in a column of yes and no; nothing, with a fault, if it is neither.
bool take_yes(
    CsvTable const& table, CsvTable::Row const& row, char const* column, ImportResult& result)
{
    auto const cell = to_lower(table.cell(row, column));
    if (!cell.empty() && cell != "yes" && cell != "no") {
        result.add_fault(row.line, {N_("The column {1} must be yes or no."), {column}});
    }
    return cell == "yes";
}

HelpLine take_line(CsvTable const& table, CsvTable::Row const& row, ImportResult& result)
{
    HelpLine line{
        .name = std::string{table.cell(row, "name")},
        .number = std::string{table.cell(row, "number")},
        .about = std::string{table.cell(row, "about")},
        .address = std::string{table.cell(row, "address")},
        .is_first = take_yes(table, row, "first", result),
        .for_children = take_yes(table, row, "children", result)};
    if (line.name.empty() || count_characters(line.name) > kLongestName) {
        result.add_fault(row.line, N_("A name has 1 to 80 characters."));
    }
    if (!is_number(line.number)) {
        result.add_fault(row.line, N_("A number has digits and spaces alone."));
    }
    if (line.about.empty() || count_characters(line.about) > kLongestAbout) {
        result.add_fault(row.line, N_("Say in 1 to 300 characters whom it helps."));
    }
    if (!line.address.empty() && !line.address.starts_with("https://")) {
        result.add_fault(row.line, N_("An address begins with https://."));
    }
    if (line.number.empty() && line.address.empty()) {
        result.add_fault(row.line, N_("A help line needs a number or an address."));
    }
    return line;
}

} // namespace

ImportResult import_help_lines(App& app, Person const& person, std::istream& file)
{
    require_permission(person, Action::manage_help_lines);
    CsvTable const table{file};
    table.require_columns({"name", "number", "about", "address", "first"});
    ImportResult result;
    std::vector<HelpLine> lines;
    for (auto const& row : table.rows()) {
        lines.push_back(take_line(table, row, result));
    }
    if (std::ranges::none_of(lines, &HelpLine::is_first)) {
        result.add_fault(0, N_("One help line must be first: the one for domestic abuse."));
    }
    if (!result.faults.empty()) {
        return result;
    }
    // Domestic abuse stands first wherever they are listed, whatever the order of the file.
    std::ranges::stable_sort(lines, std::greater{}, &HelpLine::is_first);
    store::Transaction tx{app.db};
    store::replace_help_lines(tx, lines);
    record(app, tx, person, Action::manage_help_lines, Subject{});
    tx.commit();
    app.reload();
    result.added = lines.size();
    return result;
}

} // namespace wt::app
