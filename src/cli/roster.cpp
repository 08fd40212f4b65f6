#include "app/roster.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

void add_roster(CLI::App& root, Session& session)
{
    add_csv_import(
        root,
        session,
        {"roster",
         "Officers and their shifts",
         "Import officers or shifts from CSV, its columns tell which, or shifts from iCalendar.\n"
         "Officers: collar_number,public_name,sex,bcu,wards,languages,trained. sex is F or M as "
         "the "
         "force records it; bcu a code of `areas list`; wards and languages are codes with spaces "
         "between; trained is yes or no.\n"
         "Shifts: collar_number,date,from,to, in local time: 101,2026-12-02,16:00,00:30.\n"
         "Calendar: an event is a shift, one of whole days is leave; its officer is "
         "X-COLLAR-NUMBER or the last word of its summary.",
         app::import_roster});
}

} // namespace wt::cli
