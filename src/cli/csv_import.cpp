#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

void add_csv_import(CLI::App& root, Session& session, CsvImport const& kind)
{
    auto* const group = root.add_subcommand(kind.name, kind.about);
    group->require_subcommand(1);
    auto* const command = group->add_subcommand("import", kind.help);
    auto const path = std::make_shared<std::string>();
    command->add_option("file", *path, "CSV file")->required();
    command->callback([&session, path, import = kind.import] {
        auto file = open_file(*path);
        report(import(session.app(), kCommandLine, file), "line");
    });
}

} // namespace wt::cli
