#include "app/what_happened.hpp"

#include "app/concern_clock.hpp"
#include "base/refusal.hpp"
#include "geo/geojson_writer.hpp"
#include "privacy/counts.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace wt::app {

namespace {

using privacy::ListingLevel;

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
        .by = answer.author()};
}

PublicConcern public_concern(
    App const& app, store::Reading& reading, store::StoredConcern const& concern, int threshold)
{
    auto const level = privacy::listing_level(
        store::count_people(reading, concern.id, threshold), concern.category, threshold);
    auto const latest = store::find_latest_answer(reading, concern.id);
    PublicConcern shown{
        .id = concern.id,
        .level = level,
        .bcu = concern.bcu,
        .ward = {},
        .street = {},
        .point = {},
        .category = concern.category,
        .month = store::month_of(concern.raised),
        .state = concern.state,
        .clock = clock_of(app, concern, latest),
        .latest = latest ? std::optional{public_answer(*latest)} : std::nullopt};
    if (level <= ListingLevel::ward) {
        shown.ward = concern.ward;
    }
    if (level <= ListingLevel::street) {
        shown.street = concern.street;
    }
    if (level == ListingLevel::segment) {
        shown.point = concern.segment.midpoint;
    }
    return shown;
}

/// One table for each unit: months down, categories across.
std::vector<PublicGroup>
groups_of(std::vector<store::UnlistedConcern> const& concerns, int threshold)
{
    std::map<BcuId, std::vector<privacy::Counted>> tables;
    for (auto const& concern : concerns) {
        tables[concern.bcu].push_back(
            {concern.month, static_cast<std::int64_t>(concern.category), concern.pseudonym});
    }
    std::vector<PublicGroup> groups;
    for (auto const& [bcu, table] : tables) {
        for (auto const& [key, count] : privacy::make_release(table, threshold).published) {
            if (key.row != privacy::kTotal && key.column != privacy::kTotal) {
                groups.push_back({bcu, key.row, static_cast<Category>(key.column), count});
            }
        }
    }
    return groups;
}

/// A report and what was heard in person have lists of their own.
bool is_listable(store::StoredConcern const& concern, store::ListableUnits const& units)
{
    auto const& bcus = concern.source == ConcernSource::report ? units.of_reports : units.of_others;
    return concern.state != ConcernState::withdrawn &&
           std::ranges::find(bcus, concern.bcu) != bcus.end();
}

bool matches(PublicGroup const& group, PublicFilter const& filter)
{
    // A group has no ward and no state, so a filter by one of them leaves none.
    return !filter.ward && !filter.state && (!filter.bcu || group.bcu == *filter.bcu) &&
           (!filter.category || group.category == *filter.category);
}

} // namespace

WhatHappened what_happened(App& app, PublicFilter const& filter)
{
    auto const threshold = app.settings()->publication_threshold;
    auto const limit = std::clamp<std::size_t>(filter.limit, 1, kMostOnAPage);
    constexpr auto kOrder = store::ConcernOrder::newest_month_first;
    store::Reading reading{app.db};
    auto const units = store::list_listable_units(reading, threshold);
    auto const stored = store::list_concerns(
        reading,
        {.bcu = filter.bcu,
         .ward = filter.ward,
         .category = filter.category,
         .state = filter.state,
         .categories = filter.categories,
         .states = filter.states,
         .first_month = filter.first_month,
         .last_month = filter.last_month,
         .with_withdrawn = false,
         .only = units,
         .order = kOrder,
         .after = filter.after,
         .limit = limit,
         .skip = filter.skip});
    WhatHappened result;
    if (stored.size() == limit) {
        result.next = store::key_of(stored.back(), kOrder);
    }
    for (auto const& concern : stored) {
        auto shown = public_concern(app, reading, concern, threshold);
        // That it lies in the ward asked for may be more than may be told of it.
        if (!filter.ward || shown.ward) {
            result.concerns.push_back(std::move(shown));
        }
    }
    if (!filter.after && filter.with_groups) {
        result.groups = groups_of(store::list_unlisted(reading, units), threshold);
        std::erase_if(
            result.groups, [&](PublicGroup const& group) { return !matches(group, filter); });
    }
    return result;
}

std::optional<PublicHistory> find_public_history(App& app, ConcernId id)
{
    auto const threshold = app.settings()->publication_threshold;
    store::Reading reading{app.db};
    auto const concern = store::find_concern(reading, id);
    if (!concern || !is_listable(*concern, store::list_listable_units(reading, threshold))) {
        return std::nullopt;
    }
    PublicHistory history{public_concern(app, reading, *concern, threshold), {}};
    std::ranges::transform(
        store::list_answers(reading, id), std::back_inserter(history.answers), public_answer);
    return history;
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
