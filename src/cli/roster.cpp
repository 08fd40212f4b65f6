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
         "Import officers or shifts from CSV; its columns tell which",
         app::import_roster});
}

} // namespace wt::cli
