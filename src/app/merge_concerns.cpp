#include "app/merge_concerns.hpp"

#include "app/append_answer.hpp"
#include "app/concerns.hpp"
#include "app/permission.hpp"
#include "app/public_place.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "scheme/wording.hpp"
#include "store/answers.hpp"

#include <algorithm>

namespace wt::app {

namespace {

/// What would be told by both having the same answer is known of each.
bool are_seen_alike(PublicPlace const& one, PublicPlace const& other)
{
    return one.level == other.level && (one.level == privacy::ListingLevel::segment ||
                                        (one.ward == other.ward && one.street == other.street));
}

/// Those that could follow `lead`.
std::vector<store::StoredConcern>
list_candidates(App const& app, store::Reading& reading, store::StoredConcern const& lead)
{
    if (lead.lead || lead.state == ConcernState::withdrawn) {
        return {};
    }
    auto const now = public_now(app);
    auto const seen = public_place(app, reading, lead, now);
    auto const near = store::list_near(reading, lead, kSamePlace, kSameTime);
    auto const places = public_places(app, reading, near, now);
    std::vector<store::StoredConcern> candidates;
    for (std::size_t i = 0; i < near.size(); ++i) {
        if (are_seen_alike(seen, places[i])) {
            candidates.push_back(near[i]);
        }
    }
    return candidates;
}

/// The answer that stands for `lead` is one for `concern`, too.
void share_answer(
    App const& app,
    store::Transaction& tx,
    store::StoredConcern const& lead,
    store::StoredConcern const& concern)
{
    auto const latest = store::find_latest_answer(tx, lead.id);
    if (!latest || state_after(latest->kind, latest->author()) != lead.state) {
        return; // there is none, or she has said that it did not help
    }
    auto const hidden = list_hidden_streets(app, tx, lead);
    if (std::ranges::any_of(
            hidden, [&](std::string const& street) { return names(latest->sentence, street); })) {
        throw Refusal{
            Refusal::conflict,
            N_("The answer names a street that the public must not read of the other concern. Put "
               "the answer right first.")};
    }
    append_shared_answer(app, tx, *latest, concern);
}

} // namespace

Companions list_companions(App& app, Person const& person, ConcernId id)
{
    store::Reading reading{app.db};
    auto const concern = require_concern(reading, person, Action::see_concerns, id);
    Companions companions{
        .merged = store::list_merged(reading, id),
        .near = may(person, Action::merge_concerns, concern.bcu)
                    ? list_candidates(app, reading, concern)
                    : std::vector<store::StoredConcern>{},
        .mergings = store::list_mergings(reading, id)};
    std::ranges::transform(companions.merged, companions.merged.begin(), without_pseudonym);
    std::ranges::transform(companions.near, companions.near.begin(), without_pseudonym);
    return companions;
}

void merge_concern(App& app, Person const& person, ConcernId lead_id, ConcernId id)
{
    store::Transaction tx{app.db};
    auto const lead = require_concern(tx, person, Action::merge_concerns, lead_id);
    auto const concern = require_concern(tx, person, Action::merge_concerns, id);
    auto const near = list_candidates(app, tx, lead);
    bool const is_near = std::ranges::find(near, id, &store::StoredConcern::id) != near.end();
    if (!is_near ||
        !store::merge_concern(
            tx, {.concern = id, .lead = lead_id, .staff = {person.id}, .at = app.now()})) {
        throw Refusal{
            Refusal::conflict,
            N_("These two cannot be answered together: one of them has changed, or the public sees "
               "them at different places.")};
    }
    share_answer(app, tx, lead, store::find_concern(tx, concern.id).value());
    record(app, tx, person, Action::merge_concerns, id, Reason::answering);
    record(app, tx, person, Action::merge_concerns, lead_id, Reason::answering);
    tx.commit();
}

void separate_concern(App& app, Person const& person, ConcernId id)
{
    store::Transaction tx{app.db};
    auto const concern = require_concern(tx, person, Action::merge_concerns, id);
    if (!store::separate_concern(
            tx,
            {.concern = id,
             .lead = concern.lead.value_or(ConcernId{}),
             .staff = {person.id},
             .at = app.now(),
             .is_undone = true})) {
        throw Refusal{Refusal::conflict, N_("This concern is answered by itself already.")};
    }
    record(app, tx, person, Action::merge_concerns, id, Reason::taken_back);
    record(app, tx, person, Action::merge_concerns, *concern.lead, Reason::taken_back);
    tx.commit();
}

} // namespace wt::app
