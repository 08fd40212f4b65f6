#include "app/public_place.hpp"

#include "app/concern_clock.hpp"
#include "app/known_people.hpp"
#include "store/merging.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace wt::app {

using privacy::ListingLevel;

store::CountUpTo public_now(App const& app)
{
    auto const day = today(app);
    return {
        .people = app.settings()->publication_threshold,
        .day = app.settings()->demonstration ? day + std::chrono::days{1} : monday_of(day)};
}

namespace {

/// What decides how closely a concern is seen.
struct Seen
{
    ListingLevel level = ListingLevel::none; ///< by itself
    WardId ward;
    std::string street;
};

/// Of those that are listed and of those that had an answer together with one of them.
class Sights
{
public:
    Sights(
        App const& app,
        store::Reading& reading,
        std::vector<store::StoredConcern> const& concerns,
        store::CountUpTo now)
    {
        add(app, reading, concerns, now);
        std::vector<ConcernId> ids;
        std::ranges::transform(concerns, std::back_inserter(ids), &store::StoredConcern::id);
        std::vector<ConcernId> others;
        for (auto const& [one, other] : store::list_answered_with(reading, ids)) {
            together_[one].push_back(other);
            if (!seen_.contains(other)) {
                others.push_back(other);
            }
        }
        if (!others.empty()) {
            add(app, reading, store::list_concerns(reading, others), now);
        }
    }

    /// As it is seen by itself, but no closer than those that had an answer together with it: the
    /// same sentence ties them, and a street or ward that they do not share would tell where they
    /// meet.
    [[nodiscard]] ListingLevel level_of(ConcernId id) const
    {
        auto const& own = seen_.at(id);
        auto level = own.level;
        bool is_one_street = true;
        bool is_one_ward = true;
        for (auto const& other_id : others_of(id)) {
            if (auto const other = seen_.find(other_id); other != seen_.end()) {
                level = std::max(level, other->second.level);
                is_one_ward = is_one_ward && other->second.ward == own.ward;
                is_one_street = is_one_street && is_one_ward && other->second.street == own.street;
            }
        }
        if (level == ListingLevel::street && !is_one_street) {
            level = ListingLevel::ward;
        }
        if (level == ListingLevel::ward && !is_one_ward) {
            level = ListingLevel::bcu;
        }
        return own.level == ListingLevel::none ? own.level : std::min(level, ListingLevel::bcu);
    }

private:
    void
    add(App const& app,
        store::Reading& reading,
        std::vector<store::StoredConcern> const& concerns,
        store::CountUpTo now)
    {
        auto const people = app.known_people->count(reading, concerns, now, today(app));
        for (std::size_t i = 0; i < concerns.size(); ++i) {
            auto const& concern = concerns[i];
            seen_[concern.id] = {
                privacy::listing_level(people[i], concern.category, now.people),
                concern.ward,
                concern.street};
        }
    }

    [[nodiscard]] std::vector<ConcernId> others_of(ConcernId id) const
    {
        auto const found = together_.find(id);
        return found == together_.end() ? std::vector<ConcernId>{} : found->second;
    }

    std::map<ConcernId, Seen> seen_;
    std::map<ConcernId, std::vector<ConcernId>> together_;
};

PublicPlace place_at(store::StoredConcern const& concern, ListingLevel level, store::CountUpTo now)
{
    PublicPlace seen{
        .level = level,
        .bcu = concern.bcu,
        .ward = {},
        .street = {},
        .point = {},
        .has_joined = concern.raised < now.day};
    if (level <= ListingLevel::ward) {
        seen.ward = concern.ward;
    }
    if (level <= ListingLevel::street) {
        seen.street = concern.street;
    }
    if (level == ListingLevel::segment) {
        seen.point = concern.segment.midpoint;
    }
    return seen;
}

} // namespace

std::vector<PublicPlace> public_places(
    App const& app,
    store::Reading& reading,
    std::vector<store::StoredConcern> const& concerns,
    store::CountUpTo now)
{
    Sights const sights{app, reading, concerns, now};
    std::vector<PublicPlace> places;
    places.reserve(concerns.size());
    for (auto const& concern : concerns) {
        places.push_back(place_at(concern, sights.level_of(concern.id), now));
    }
    return places;
}

PublicPlace public_place(
    App const& app,
    store::Reading& reading,
    store::StoredConcern const& concern,
    store::CountUpTo now)
{
    return public_places(app, reading, {concern}, now).front();
}

std::vector<std::string>
list_hidden_streets(App const& app, store::Reading& reading, store::StoredConcern const& concern)
{
    auto const now = public_now(app);
    auto together = store::list_merged(reading, concern.id);
    together.push_back(concern);
    bool const is_hidden = std::ranges::any_of(together, [&](store::StoredConcern const& one) {
        return !public_place(app, reading, one, now).street;
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
