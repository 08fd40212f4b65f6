#pragma once

#include "app/app.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace wt::app {

/// Does one kind of job. Must be safe to repeat: a worker that dies is followed by another.
/// \param argument  as it was queued
using JobHandler = std::function<void(App& app, std::string const& argument)>;

/// What can be done, by kind.
using JobHandlers = std::map<std::string, JobHandler, std::less<>>;

/// Queues slow work, in the transaction of what asked for it.
/// \param argument  an id or a file name, no personal data
/// \returns the id of the job
std::int64_t enqueue_job(
    store::Transaction& tx, std::string_view kind, std::string_view argument, Instant run_at);

/// Runs the job that has been due longest; one that throws is tried again later, up to eight times.
/// A Refusal fails it at once: trying again would not help.
/// \returns false if none was due.
bool run_one_job(App& app, JobHandlers const& handlers);

} // namespace wt::app
