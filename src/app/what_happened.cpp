#include "app/what_happened.hpp"

#include "app/concern_clock.hpp"
#include "app/known_people.hpp"
#include "app/latest_answers.hpp"
#include "app/public_place.hpp"
#include "base/refusal.hpp"
#include "geo/geojson_writer.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace wt::app {

namespace {

constexpr std::size_t kMostOnAPage = 500;

PublicAnswer public_answer(store::StoredAnswer const& answer)
{
    return {
        .kind = answer.kind,
        .sentence = answer.sentence,
        .body = answer.body,
        .due = answer.due,
        .answered_at = answer.answered_at,
        .verdict = answer.verdict,
        .by = answer.author(),
        .place = answer.place};
}

PublicConcern public_concern(
    App const& app,
    store::StoredConcern const& concern,
    PublicPlace const& place,
    std::optional<store::StoredAnswer> const& latest)
{
    return {
        .id = concern.id,
        .level = place.level,
        .bcu = place.bcu,
        .ward = place.ward,
        .street = place.street.value_or(""),
        .point = place.point,
        .category = concern.category,
        .month = store::month_of(concern.raised),
        .state = concern.state,
        .clock = clock_of(app, concern, latest),
        .latest = latest ? std::optional{public_answer(*latest)} : std::nullopt};
}

/// Each of them as anyone may see it, in their order.
std::vector<PublicConcern> public_concerns(
    App const& app,
    store::Reading& reading,
    std::vector<store::StoredConcern> const& concerns,
    store::CountUpTo shown_now)
{
    auto const places = public_places(app, reading, concerns, shown_now);
    auto const latest = latest_answers(reading, concerns);
    std::vector<PublicConcern> shown;
    shown.reserve(concerns.size());
    for (std::size_t i = 0; i < concerns.size(); ++i) {
        shown.push_back(public_concern(app, concerns[i], places[i], latest[i]));
    }
    return shown;
}

store::ListableUnits
listable_units(App const& app, store::Reading& reading, store::CountUpTo shown_now)
{
    return app.known_people->list_listable_units(reading, shown_now, today(app));
}

/// A report and what was heard in person have lists of their own.
bool is_listable(
    store::StoredConcern const& concern, store::ListableUnits const& units, Day raised_before)
{
    auto const& bcus = concern.source == ConcernSource::report ? units.of_reports : units.of_others;
    return concern.state != ConcernState::withdrawn && concern.raised < raised_before &&
           std::ranges::find(bcus, concern.bcu) != bcus.end();
}

store::ConcernQuery
query_of(PublicFilter const& filter, store::ListableUnits units, store::CountUpTo shown_now)
{
    return {
        .bcu = filter.bcu,
        .ward = filter.ward,
        .category = filter.category,
        .state = filter.state,
        .categories = filter.categories,
        .states = filter.states,
        .first_month = filter.first_month,
        .last_month = filter.last_month,
        .with_withdrawn = false,
        .only = std::move(units),
        .raised_before = shown_now.day,
        .order = store::ConcernOrder::newest_month_first,
        .after = filter.after,
        .limit = std::clamp<std::size_t>(filter.limit, 1, kMostOnAPage),
        .skip = filter.skip};
}

} // namespace

WhatHappened what_happened(App& app, PublicFilter const& filter)
{
    auto const shown_now = public_now(app);
    store::Reading reading{app.db};
    auto const query = query_of(filter, listable_units(app, reading, shown_now), shown_now);
    auto const stored = store::list_concerns(reading, query);
    WhatHappened result;
    if (stored.size() == query.limit) {
        result.next = store::key_of(stored.back(), query.order);
    }
    for (auto& shown : public_concerns(app, reading, stored, shown_now)) {
        // That it lies in the ward asked for may be more than may be told of it.
        if (!filter.ward || shown.ward) {
            result.concerns.push_back(std::move(shown));
        }
    }
    return result;
}

std::optional<PublicHistory> find_public_history(App& app, ConcernId id)
{
    auto const shown_now = public_now(app);
    store::Reading reading{app.db};
    auto const concern = store::find_concern(reading, id);
    if (!concern ||
        !is_listable(*concern, listable_units(app, reading, shown_now), shown_now.day)) {
        return std::nullopt;
    }
    PublicHistory history{public_concerns(app, reading, {*concern}, shown_now).front(), {}};
    std::ranges::transform(
        store::list_answers(reading, id), std::back_inserter(history.answers), public_answer);
    return history;
}

std::vector<PublicConcern> find_public_concerns(App& app, std::vector<ConcernId> const& ids)
{
    auto const shown_now = public_now(app);
    store::Reading reading{app.db};
    auto const units = listable_units(app, reading, shown_now);
    auto concerns = store::list_concerns(reading, ids);
    std::erase_if(concerns, [&](store::StoredConcern const& concern) {
        return !is_listable(concern, units, shown_now.day);
    });
    std::map<ConcernId, std::size_t> place;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        place.emplace(ids[i], i);
    }
    std::ranges::sort(
        concerns, {}, [&](store::StoredConcern const& concern) { return place.at(concern.id); });
    return public_concerns(app, reading, concerns, shown_now);
}

std::vector<PublicNews> newest_answers(App& app, PublicFilter const& filter)
{
    auto const shown_now = public_now(app);
    store::Reading reading{app.db};
    auto const newest = store::list_newest_answers(
        reading, query_of(filter, listable_units(app, reading, shown_now), shown_now));
    std::vector<ConcernId> concern_ids;
    std::vector<AnswerId> answer_ids;
    for (auto const& [concern, answer] : newest) {
        concern_ids.push_back(concern);
        answer_ids.push_back(answer);
    }
    std::map<ConcernId, PublicConcern> concerns;
    for (auto& shown :
         public_concerns(app, reading, store::list_concerns(reading, concern_ids), shown_now)) {
        concerns.emplace(shown.id, std::move(shown));
    }
    std::map<AnswerId, PublicAnswer> answers;
    for (auto const& answer : store::list_answers(reading, answer_ids)) {
        answers.emplace(answer.id, public_answer(answer));
    }
    std::vector<PublicNews> news;
    for (auto const& [concern, answer] : newest) {
        auto const& shown = concerns.at(concern);
        if (!filter.ward || shown.ward) {
            news.push_back({shown, answers.at(answer)});
        }
    }
    return news;
}

PublicHistory public_history(App& app, ConcernId id)
{
    auto history = find_public_history(app, id);
    if (!history) {
        throw Refusal{Refusal::not_found, N_("There is no such concern in public.")};
    }
    return std::move(*history);
}

std::string what_happened_geojson(App& app, PublicFilter filter)
{
    filter.limit = kMostOnAPage;
    GeoJsonWriter writer;
    for (auto const& concern : what_happened(app, filter).concerns) {
        if (concern.point) {
            writer.add_point(
                *concern.point,
                {{"id", concern.id.value},
                 {"category", code_in(kCategories, concern.category)},
                 {"state", code_in(kConcernStates, concern.state)},
                 {"clock", code_in(kClockStatuses, concern.clock)}});
        }
    }
    return std::move(writer).finish();
}

} // namespace wt::app
