#include "app/schema.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

void add_migrate(CLI::App& root, Session& session)
{
    auto* const command =
        root.add_subcommand("migrate", "Bring the database to this program's schema");
    command->callback([&session] {
        auto const applied = app::migrate(session.db(), system_now());
        for (auto const& name : applied) {
            say({N_("Applied {1}."), {name}});
        }
        if (applied.empty()) {
            say(N_("The database is up to date."));
        }
    });
}

} // namespace wt::cli
