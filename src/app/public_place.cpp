#include "app/public_place.hpp"

#include "app/concern_clock.hpp"
#include "store/merging.hpp"

#include <algorithm>

namespace wt::app {

using privacy::ListingLevel;

store::CountUpTo public_now(App const& app)
{
    auto const day = today(app);
    auto const monday = day - (std::chrono::weekday{day} - std::chrono::Monday); // 0..6 days back
    return {
        .people = app.settings()->publication_threshold,
        .day = app.settings()->demonstration ? day + std::chrono::days{1} : monday};
}

namespace {

ListingLevel
level_of(store::Reading& reading, store::StoredConcern const& concern, store::CountUpTo now)
{
    return privacy::listing_level(
        store::count_people(reading, concern.id, now), concern.category, now.people);
}

/// As `level_of`, but no closer than those that had an answer together with it: the same sentence
/// ties them, and a street or ward that they do not share would tell where they meet.
ListingLevel
shown_level(store::Reading& reading, store::StoredConcern const& concern, store::CountUpTo now)
{
    auto const own = level_of(reading, concern, now);
    auto level = own;
    bool is_one_street = true;
    bool is_one_ward = true;
    for (auto const id : store::list_answered_with(reading, concern.id)) {
        if (auto const other = store::find_concern(reading, id)) {
            level = std::max(level, level_of(reading, *other, now));
            is_one_ward = is_one_ward && other->ward == concern.ward;
            is_one_street = is_one_street && is_one_ward && other->street == concern.street;
        }
    }
    if (level == ListingLevel::street && !is_one_street) {
        level = ListingLevel::ward;
    }
    if (level == ListingLevel::ward && !is_one_ward) {
        level = ListingLevel::bcu;
    }
    return own == ListingLevel::none ? own : std::min(level, ListingLevel::bcu);
}

} // namespace

PublicPlace
public_place(store::Reading& reading, store::StoredConcern const& concern, store::CountUpTo now)
{
    PublicPlace seen{
        .level = shown_level(reading, concern, now),
        .bcu = concern.bcu,
        .ward = {},
        .street = {},
        .point = {},
        .has_joined = concern.raised < now.day};
    if (seen.level <= ListingLevel::ward) {
        seen.ward = concern.ward;
    }
    if (seen.level <= ListingLevel::street) {
        seen.street = concern.street;
    }
    if (seen.level == ListingLevel::segment) {
        seen.point = concern.segment.midpoint;
    }
    return seen;
}

std::vector<std::string>
list_hidden_streets(App const& app, store::Reading& reading, store::StoredConcern const& concern)
{
    auto const now = public_now(app);
    auto together = store::list_merged(reading, concern.id);
    together.push_back(concern);
    bool const is_hidden = std::ranges::any_of(together, [&](store::StoredConcern const& one) {
        return !public_place(reading, one, now).street;
    });
    std::vector<std::string> streets;
    for (auto const& one : together) {
        bool const is_new = std::ranges::find(streets, one.street) == streets.end();
        if (is_hidden && is_new && !one.street.empty()) {
            streets.push_back(one.street);
        }
    }
    return streets;
}

} // namespace wt::app
