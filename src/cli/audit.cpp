#include "app/verify_audit.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

namespace {

void verify(Session& session)
{
    auto const check = app::verify_audit(session.app(), kCommandLine);
    say(
        {N_("{1} rows are sealed, {2} not yet."),
         {std::to_string(check.sealed), std::to_string(check.unsealed)}});
    if (check.first_broken) {
        say(
            {N_("The chain is broken: row {1} is not as it was written."),
             {std::to_string(*check.first_broken)}});
        throw CLI::RuntimeError{1};
    }
    say(N_("The chain holds."));
}

} // namespace

void add_audit(CLI::App& root, Session& session)
{
    auto* const audit = root.add_subcommand("audit", "Who did and saw what");
    audit->require_subcommand(1);
    audit->add_subcommand("verify", "Compute its chain of hashes again")->callback([&session] {
        verify(session);
    });
}

} // namespace wt::cli
