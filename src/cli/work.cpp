#include "app/background.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <csignal>

namespace wt::cli {

namespace {

void work(Session& session)
{
    app::Background background{session.app()};
    // Blocked before threads start, so that they inherit it and only we take the signal.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    background.start();
    say(N_("The worker is running. Ctrl-C ends it."));
    std::fflush(stdout);
    int received = 0;
    sigwait(&signals, &received);
}

} // namespace

void add_work(CLI::App& root, Session& session)
{
    auto* const command = root.add_subcommand(
        "work", "Send messages, seal the audit and keep to the retention periods");
    command->callback([&session] { work(session); });
}

} // namespace wt::cli
