#include "app/patch.hpp"

#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"
#include "store/roster.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace wt::app {

namespace {

constexpr std::size_t kMostLookedAt = 500;

bool is_promised(ConcernState state)
{
    return state == ConcernState::planned || state == ConcernState::referred;
}

bool may_be_shown(store::StoredConcern const& concern)
{
    return concern.category != Category::police;
}

/// A concern of the ward with the last word on it.
struct Looked
{
    store::StoredConcern concern;
    std::optional<store::StoredAnswer> latest;
    ClockStatus clock = ClockStatus::stopped;
};

/// All that waits, and all that was raised since `first`.
std::vector<Looked> look_at(App const& app, store::Reading& reading, WardId ward, Day first)
{
    using enum ConcernState;
    auto concerns = store::list_concerns(
        reading, {.ward = ward, .states = {open, referred, planned}, .limit = kMostLookedAt});
    std::ranges::move(
        store::list_concerns(
            reading,
            {.ward = ward,
             .states = {done, will_not, not_ours},
             .first_month = store::month_of(first),
             .limit = kMostLookedAt}),
        std::back_inserter(concerns));
    std::vector<Looked> looked;
    for (auto& concern : concerns) {
        if (may_be_shown(concern)) {
            auto latest = store::find_latest_answer(reading, concern.id);
            auto const clock = clock_of(app, concern, latest);
            looked.push_back({std::move(concern), std::move(latest), clock});
        }
    }
    return looked;
}

PatchPlace place_of(store::StoredConcern const& concern)
{
    return {concern.street, concern.category};
}

void add(std::vector<PatchSaid>& said, Looked const& looked)
{
    auto const& concern = looked.concern;
    auto found = std::ranges::find(said, place_of(concern), &PatchSaid::place);
    if (found == said.end()) {
        said.push_back({.place = place_of(concern), .since = concern.raised});
        found = std::prev(said.end());
    }
    ++found->count;
    ++found->felt[static_cast<std::size_t>(concern.felt)];
    found->since = std::min(found->since, concern.raised);
    if (concern.state == ConcernState::open) {
        ++found->waiting;
        found->clock = std::max(found->clock, looked.clock); // in order of lateness
    }
}

PatchAnswer
answer_of(store::StoredConcern const& concern, store::StoredAnswer const& answer, ClockStatus clock)
{
    return {
        .place = place_of(concern),
        .kind = answer.kind,
        .sentence = answer.sentence,
        .body = answer.body,
        .due = answer.due,
        .answered_at = answer.answered_at,
        .clock = clock};
}

/// What was done lately, whenever it was raised.
std::vector<PatchAnswer> list_done(store::Reading& reading, WardId ward, Instant since)
{
    std::vector<PatchAnswer> done;
    for (auto const& [concern_id, answer_id] : store::list_newest_answers(
             reading, {.ward = ward, .states = {ConcernState::done}, .limit = kMostLookedAt})) {
        auto const concern = store::find_concern(reading, concern_id).value();
        auto const answer = store::find_answer(reading, answer_id).value();
        // Only the last word: one before it may have been a promise, or taken back by her verdict.
        bool const is_latest = answer.sequence == concern.answers;
        if (is_latest && answer.answered_at >= since && may_be_shown(concern)) {
            done.push_back(answer_of(concern, answer, ClockStatus::stopped));
        }
    }
    return done;
}

void sort(Patch& patch)
{
    std::ranges::sort(patch.said, {}, [](PatchSaid const& said) {
        return std::tuple{-said.waiting, -said.count, said.place.street, said.place.category};
    });
    std::ranges::stable_sort(patch.promised, {}, [](PatchAnswer const& answer) {
        return answer.due.value_or(Day::max());
    });
    auto const sunday = monday_of(patch.today) + std::chrono::days{6};
    std::ranges::copy_if(
        patch.promised, std::back_inserter(patch.due), [&](PatchAnswer const& answer) {
            return answer.due && *answer.due <= sunday;
        });
}

Patch make_patch(App& app, Ward const& ward)
{
    Patch patch{.ward = ward, .today = today(app)};
    auto const first = patch.today - kPatchLooksBack;
    store::Reading reading{app.db};
    for (auto const& looked : look_at(app, reading, ward.id, first)) {
        bool const waits = looked.clock != ClockStatus::stopped;
        if (waits || looked.concern.raised >= first) {
            add(patch.said, looked);
        }
        if (is_promised(looked.concern.state)) {
            patch.promised.push_back(
                answer_of(looked.concern, looked.latest.value(), looked.clock));
        }
    }
    patch.done = list_done(reading, ward.id, app.now() - kPatchLooksBack);
    sort(patch);
    return patch;
}

store::StoredOfficer require_officer(store::Reading& reading, Person const& person)
{
    require_permission(person, Action::see_patch);
    auto officer = store::find_officer(reading, person.officer.value_or(OfficerId{}));
    if (!officer) {
        throw Refusal{Refusal::forbidden, N_("You are not allowed to do this.")};
    }
    return std::move(*officer);
}

} // namespace

std::vector<Ward> list_patch_wards(App const& app, Person const& officer)
{
    store::Reading reading{app.db};
    auto const she = require_officer(reading, officer);
    auto wards = she.wards.empty() ? app.areas()->list_wards(she.bcu) : app.areas()->list_wards();
    if (!she.wards.empty()) {
        std::erase_if(wards, [&](Ward const& ward) {
            return std::ranges::find(she.wards, ward.id) == she.wards.end();
        });
    }
    return wards;
}

Patch see_patch(App& app, Person const& officer, WardId id)
{
    auto const wards = list_patch_wards(app, officer);
    auto const ward = std::ranges::find(wards, id, &Ward::id);
    if (ward == wards.end()) {
        throw Refusal{Refusal::not_found, N_("This ward is not among yours.")};
    }
    auto patch = make_patch(app, *ward);
    store::Transaction tx{app.db};
    record(app, tx, officer, Action::see_patch, ward->bcu);
    tx.commit();
    return patch;
}

} // namespace wt::app
