#include "app/backup.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

namespace {

void back_up(Session& session, std::string const& file)
{
    auto const rows = app::back_up(session.app(), kCommandLine, file);
    say(
        {N_("Wrote {1} rows to {2} and {2}.keys. Keep the two apart; the keys last 7 days."),
         {std::to_string(rows), file}});
}

void restore(Session& session, std::string const& file, bool without_keys)
{
    auto const done = app::restore(
        session.app(),
        kCommandLine,
        file,
        without_keys ? app::WithKeys::without : app::WithKeys::required);
    say(
        {N_("Restored {1} rows; {2} women whose key was not there were erased."),
         {std::to_string(done.rows), std::to_string(done.erased)}});
}

} // namespace

void add_backup(CLI::App& root, Session& session)
{
    auto* const command =
        root.add_subcommand("backup", "Write everything to FILE, the women's keys to FILE.keys");
    auto const file = std::make_shared<std::string>();
    command->add_option("file", *file)->required();
    command->callback([&session, file] { back_up(session, *file); });
}

void add_restore(CLI::App& root, Session& session)
{
    auto* const command = root.add_subcommand("restore", "Put a backup into an empty database");
    auto const file = std::make_shared<std::string>();
    auto const without_keys = std::make_shared<bool>(false);
    command->add_option("file", *file)->required();
    command->add_flag("--without-keys", *without_keys, "erase every woman: her key has expired");
    command->callback([&session, file, without_keys] { restore(session, *file, *without_keys); });
}

} // namespace wt::cli
