#include "app/find_disclosure.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/record_disclosure.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "daylight/zone.hpp"
#include "store/concerns.hpp"
#include "store/disclosures.hpp"
#include "store/retention.hpp"
#include "store/walks.hpp"

namespace wt::app {

namespace {

/// The earliest moment at which it can have been told: a clock that starts too late helps nobody.
Instant earliest_moment(App const& app, store::Reading& reading, store::StoredConcern const& said)
{
    auto const walk = said.walk ? store::find_walk(reading, *said.walk) : std::nullopt;
    return walk ? walk->time.from
                : daylight::require_zone(app.settings()->time_zone).midnight(said.raised);
}

void hand_over(
    App const& app,
    store::Transaction& tx,
    Person const& desk,
    ConcernId id,
    std::string_view reference)
{
    auto const concern = store::find_concern(tx, id);
    if (!concern) {
        throw Refusal{Refusal::not_found, N_("There is no such concern.")};
    }
    require_permission(desk, Action::find_disclosure, concern->bcu);
    make_disclosure(
        app,
        tx,
        desk,
        {.source = DisclosureSource::words,
         .spoken_at = earliest_moment(app, tx, *concern),
         .walk = concern->walk,
         .reference = std::string{reference}},
        concern->client_id); // so that the page which sent the concern cannot send it again
    store::remove_concern(tx, id);
    record(app, tx, desk, Action::find_disclosure, id, Reason::safeguarding);
}

} // namespace

void find_disclosure(App& app, Person const& desk, ConcernId concern, std::string_view typed)
{
    auto const reference = trimmed(typed);
    if (!reference.empty() && !is_crime_reference(reference)) {
        throw Refusal{
            Refusal::invalid_input,
            N_("A crime reference has 3 to 30 letters and digits. Nothing else belongs here.")};
    }
    {
        store::Transaction tx{app.db};
        hand_over(app, tx, desk, concern, reference);
        tx.commit();
    }
    // Readers may be in the way now; then the worker does it within the hour.
    store::purge_deleted(app.db);
}

} // namespace wt::app
