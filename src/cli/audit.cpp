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
         {std::to_string(check.audit.sealed), std::to_string(check.audit.unsealed)}});
    say(
        {N_("{1} answers are chained, {2} are older than their chains."),
         {std::to_string(check.answers.chained), std::to_string(check.answers.unchained)}});
    if (check.audit.first_broken) {
        say(
            {N_("The chain is broken: row {1} is not as it was written."),
             {std::to_string(*check.audit.first_broken)}});
    }
    if (check.answers.first_broken) {
        say(
            {N_("A chain is broken: the answers to concern {1} are not as they were written."),
             {std::to_string(check.answers.first_broken->value)}});
    }
    if (!check.holds()) {
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
