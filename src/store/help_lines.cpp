#include "store/help_lines.hpp"

#include "store/sql.hpp"

namespace wt::store {

std::vector<HelpLine> list_help_lines(Reading& reading)
{
    std::vector<HelpLine> lines;
    for (auto& [name, number, about, address, is_first, for_children] :
         list_rows<std::string, std::string, std::string, std::string, int, int>(
             reading,
             "SELECT name, number, about, address, is_first, for_children FROM help_line "
             "ORDER BY position")) {
        lines.push_back(
            {.name = std::move(name),
             .number = std::move(number),
             .about = std::move(about),
             .address = std::move(address),
             .is_first = is_first != 0,
             .for_children = for_children != 0});
    }
    return lines;
}

void replace_help_lines(Transaction& tx, std::vector<HelpLine> const& lines)
{
    execute(tx, "DELETE FROM help_line");
    int position = 0;
    for (auto const& line : lines) {
        execute(
            tx,
            "INSERT INTO help_line (position, name, number, about, address, is_first, "
            "for_children) VALUES (:position, :name, :number, :about, :address, :first, "
            ":children)",
            ++position,
            line.name,
            line.number,
            line.about,
            line.address,
            line.is_first,
            line.for_children);
    }
}

} // namespace wt::store
