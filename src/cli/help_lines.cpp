#include "app/help_lines.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

void add_help_lines(CLI::App& root, Session& session)
{
    add_csv_import(
        root,
        session,
        {"help-lines",
         "Who helps, on every page",
         "Replace them from CSV: name, number, about, address, first (yes or no), children",
         app::import_help_lines});
}

} // namespace wt::cli
