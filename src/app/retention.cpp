#include "app/retention.hpp"

#include "app/backup.hpp"
#include "app/complaints.hpp"
#include "app/disclosures.hpp"
#include "app/news.hpp"
#include "app/record.hpp"
#include "app/surveys.hpp"
#include "store/participants.hpp"
#include "store/retention.hpp"
#include "store/work_queue.hpp"

#include <chrono>

namespace wt::app {

namespace {

using std::chrono::days;

std::int64_t remove_routes(App& app)
{
    auto const list_bcus = [&] {
        store::Reading reading{app.db};
        return store::list_bcus_with_routes(reading);
    };
    std::int64_t count = 0;
    for (auto const bcu : list_bcus()) {
        auto const before = app.now() - days{app.settings_of(bcu).route_days};
        store::Transaction tx{app.db};
        for (auto const walk : store::delete_routes(tx, bcu, before)) {
            record(app, tx, kSystem, Action::erase_expired, walk, Reason::retention);
            ++count;
        }
        tx.commit();
    }
    return count;
}

std::int64_t erase_inactive(App& app)
{
    auto const before = app.now() - days{app.settings()->participant_days};
    std::int64_t count = 0;
    store::Transaction tx{app.db};
    for (auto const participant : store::list_inactive_participants(tx, before)) {
        erase_for_retention(app, tx, participant);
        ++count;
    }
    tx.commit();
    return count;
}

std::int64_t remove_rows(App& app)
{
    auto const now = app.now();
    store::Transaction tx{app.db};
    for (auto const queue : {store::Queue::message, store::Queue::job}) {
        store::fail_abandoned(tx, queue, now);
    }
    auto const count = store::delete_expired(tx, now) +
                       store::delete_ended_work(tx, now - days{app.settings()->message_days});
    tx.commit();
    return count;
}

} // namespace

void erase_for_retention(App const& app, store::Transaction& tx, ParticipantId participant)
{
    store::withdraw_requests_of(tx, participant);
    forget_surveys(app, tx, participant);
    release_complaints(app, tx, participant);
    store::erase_participant(tx, participant, random_token(), app.now());
    record(app, tx, kSystem, Action::erase_expired, participant, Reason::retention);
}

Removed run_retention(App& app)
{
    Removed const removed{
        .routes = remove_routes(app),
        .participants = erase_inactive(app),
        .disclosures = erase_old_disclosures(app),
        .complaints = erase_old_complaints(app),
        .subscriptions = erase_unconfirmed_news(app),
        .rows = remove_rows(app)};
    store::purge_deleted(app.db);
    remove_expired_backup_keys(app);
    return removed;
}

} // namespace wt::app
