#include "app/open_data.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

void add_open_data(CLI::App& root, Session& session)
{
    auto* const open_data = root.add_subcommand(
        "open-data", "Write everything that is public into a folder, as CSV and GeoJSON");
    auto const folder = std::make_shared<std::string>();
    open_data->add_option("folder", *folder, "made, or an earlier export, which is replaced")
        ->required();
    open_data->callback([&session, folder] {
        auto const counts = app::export_open_data(session.app(), kCommandLine, *folder);
        say(
            {N_("{1} concerns, {2} of them as points, and {3} answers were written."),
             {std::to_string(counts.concerns),
              std::to_string(counts.points),
              std::to_string(counts.answers)}});
    });
}

} // namespace wt::cli
