#pragma once

#include "app/app.hpp"
#include "app/jobs.hpp"
#include "app/outbox.hpp"

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace wt::app {

/// Work that comes back. Safe to run on several machines at once.
struct Chore
{
    std::string name;                 ///< for the log
    std::chrono::milliseconds period; ///< pause between two runs
    /// Ends early once `stop` is requested, if it takes long.
    std::function<void(App& app, std::stop_token const& stop)> run;
};

/// Sealing the audit, sending messages, running jobs, reminders, freeing walks whose proposal has
/// not been answered in time, settling walks that are over, calling a second person about
/// disclosures, numbers, hotspots, evaluations, the weekly news, asking partners' servers, and
/// retention. `channels` and `handlers` must outlive the worker.
std::vector<Chore> list_standard_chores(Channels& channels, JobHandlers const& handlers);

/// Runs chores, each on a thread of its own so that a slow mail server holds up nothing else.
/// A chore that throws is logged, without its message, and runs again after its period.
class Worker
{
public:
    Worker(App& app, std::vector<Chore> chores);
    /// Stops, and waits for what is running.
    ~Worker() = default;
    Worker(Worker const&) = delete;
    Worker& operator=(Worker const&) = delete;

    void start();
    /// Asks every chore to stop and waits for it. May be started again.
    void stop();

private:
    App& app_;
    std::vector<Chore> chores_;
    std::vector<std::jthread> threads_;
};

} // namespace wt::app
