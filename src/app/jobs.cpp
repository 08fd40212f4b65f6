#include "app/jobs.hpp"

#include "base/refusal.hpp"
#include "notify/channel.hpp"
#include "store/jobs.hpp"
#include "store/work_queue.hpp"

#include <fmt/format.h>

#include <chrono>
#include <optional>
#include <typeinfo>

namespace wt::app {

namespace {

constexpr std::chrono::minutes kLease{60};

struct Taken
{
    store::Lease lease;
    store::StoredJob job;
};

std::optional<Taken> take_job(App& app)
{
    store::Transaction tx{app.db};
    auto const now = app.now();
    auto const lease = store::take_due(tx, store::Queue::job, now, now + kLease);
    if (!lease) {
        return std::nullopt;
    }
    auto job = store::find_job(tx, lease->id).value();
    tx.commit();
    return Taken{.lease = *lease, .job = std::move(job)};
}

struct Outcome
{
    std::string error{}; ///< empty: it is done
    bool again = true;
};

Outcome run(App& app, JobHandlers const& handlers, store::StoredJob const& job)
{
    auto const handler = handlers.find(job.kind);
    if (handler == handlers.end()) {
        return {.error = "no handler"};
    }
    try {
        handler->second(app, job.argument);
        return {};
    } catch (Refusal const& refusal) {
        return {.error = refusal.message().id, .again = false}; // the sentence without its values
    } catch (notify::SendError const& error) {
        return {.error = error.what()}; // a fixed sentence
    } catch (std::exception const& error) {
        return {.error = typeid(error).name()}; // what() may quote data
    }
}

} // namespace

std::int64_t enqueue_job(
    store::Transaction& tx, std::string_view kind, std::string_view argument, Instant run_at)
{
    return store::insert_job(
        tx, {.kind = std::string{kind}, .argument = std::string{argument}}, run_at);
}

bool run_one_job(App& app, JobHandlers const& handlers)
{
    auto const is_due = [&] {
        store::Reading reading{app.db};
        return store::has_due(reading, store::Queue::job, app.now());
    };
    auto const taken = is_due() ? take_job(app) : std::nullopt;
    if (!taken) {
        return false;
    }
    auto const outcome = run(app, handlers, taken->job);
    store::Transaction tx{app.db};
    if (!outcome.error.empty()) {
        store::put_off_work(tx, store::Queue::job, taken->lease, outcome.error, app.now());
    }
    if (outcome.error.empty() || !outcome.again) {
        auto const ending = outcome.error.empty() ? store::Ending::done : store::Ending::failed;
        store::end_work(tx, store::Queue::job, taken->lease, ending, app.now());
    }
    tx.commit();
    return true;
}

} // namespace wt::app
