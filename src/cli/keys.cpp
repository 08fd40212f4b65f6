#include "app/keys.hpp"

#include "base/refusal.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

namespace {

void rotate(Session& session)
{
    if (!session.options.master_key.empty()) {
        throw Refusal{
            Refusal::conflict,
            N_("The master key comes from the environment. Only one in a file can be changed "
               "here.")};
    }
    auto const count = app::rotate_keys(session.app(), kCommandLine, session.options.key_file());
    say(
        {N_("There is a new master key; {1} women’s keys are sealed with it. Backups made before "
            "need the old one."),
         {std::to_string(count)}});
}

} // namespace

void add_keys(CLI::App& root, Session& session)
{
    auto* const keys = root.add_subcommand("keys", "The master key");
    keys->require_subcommand(1);
    keys->add_subcommand("rotate", "Make a new one; servers that read the same file go on")
        ->callback([&session] { rotate(session); });
}

} // namespace wt::cli
