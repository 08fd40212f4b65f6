#include "app/worker.hpp"

#include "app/disclosures.hpp"
#include "app/find_hotspots.hpp"
#include "app/news_digest.hpp"
#include "app/open_data.hpp"
#include "app/plan_walks.hpp"
#include "app/publish_evaluations.hpp"
#include "app/publish_numbers.hpp"
#include "app/retention.hpp"
#include "app/send_referral.hpp"
#include "app/settle_walks.hpp"
#include "store/audit.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <mutex>
#include <typeinfo>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

void run_once(App& app, Chore const& chore, std::stop_token const& stop)
{
    try {
        chore.run(app, stop);
    } catch (std::exception const& error) {
        // what() may quote a row of the database.
        spdlog::error("{} failed: {}", chore.name, typeid(error).name());
    }
}

void run_until_stopped(App& app, Chore const& chore, std::stop_token const& stop)
{
    std::mutex mutex;
    std::condition_variable_any waiting;
    while (!stop.stop_requested()) {
        run_once(app, chore, stop);
        std::unique_lock lock{mutex};
        waiting.wait_for(lock, stop, chore.period, [] { return false; });
    }
}

void seal(App& app, std::stop_token const& stop, store::Unsealed which)
{
    auto const key = app.keys.key(store::KeyPurpose::audit);
    while (!stop.stop_requested() &&
           store::seal_audit(app.db, key, which) == store::kSealedAtOnce) {
    }
}

} // namespace

std::vector<Chore> list_standard_chores(Channels& channels, JobHandlers const& handlers)
{
    return {
        {"seal the audit",
         1s,
         [](App& app, auto const& stop) { seal(app, stop, store::Unsealed::recent); }},
        {"seal what came late",
         1h,
         [](App& app, auto const& stop) { seal(app, stop, store::Unsealed::all); }},
        {"send messages",
         1s,
         [&channels](App& app, std::stop_token const& stop) {
             while (!stop.stop_requested() && send_one_message(app, channels)) {
             }
         }},
        {"run jobs",
         1s,
         [&handlers](App& app, std::stop_token const& stop) {
             while (!stop.stop_requested() && run_one_job(app, handlers)) {
             }
         }},
        {"queue reminders", 1min, [](App& app, auto const&) { queue_reminders(app); }},
        {"expire proposals", 1min, [](App& app, auto const&) { expire_proposals(app); }},
        {"settle walks", 10min, [](App& app, auto const&) { settle_walks(app); }},
        {"call a second person", 1min, [](App& app, auto const&) { call_second_persons(app); }},
        {"publish numbers",
         1min,
         [](App& app, auto const&) {
             publish_numbers(app, kSystem);
             refresh_open_data(app);
         }},
        {"find hotspots", 10min, [](App& app, auto const&) { find_hotspots(app, kSystem); }},
        {"publish evaluations",
         10min,
         [](App& app, auto const&) { publish_evaluations(app, kSystem); }},
        {"write news", 1min, [](App& app, auto const&) { queue_news(app); }},
        {"ask partners", 1min, poll_referrals},
        {"retention", 1h, [](App& app, auto const&) { run_retention(app); }},
    };
}

Worker::Worker(App& app, std::vector<Chore> chores) : app_{app}, chores_{std::move(chores)} {}

void Worker::start()
{
    stop();
    for (auto const& chore : chores_) {
        threads_.emplace_back(
            [this, &chore](std::stop_token const& stop) { run_until_stopped(app_, chore, stop); });
    }
}

void Worker::stop()
{
    for (auto& thread : threads_) {
        thread.request_stop();
    }
    threads_.clear(); // joins
}

} // namespace wt::app
