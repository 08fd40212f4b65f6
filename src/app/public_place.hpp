#pragma once

#include "app/app.hpp"
#include "geo/point.hpp"
#include "privacy/listing.hpp"
#include "store/concerns.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// Where the public sees a concern: as closely as `privacy::listing_level` allows of it and of
/// those that had an answer together with it, and no closer.
struct PublicPlace
{
    privacy::ListingLevel level = privacy::ListingLevel::none;
    BcuId bcu;
    std::optional<WardId> ward;        ///< at ward level and finer
    std::optional<std::string> street; ///< at street level and finer; empty: it has no name
    std::optional<LatLon> point;       ///< at segment level: the middle of the segment
    bool has_joined = false;           ///< what is public; else it will by next Monday
};

/// What is public now: concerns join it by whole weeks, so that nobody who knows of a walk sees
/// what it added. In a demonstration nobody can wait for Monday.
store::CountUpTo public_now(App const& app);

/// As if the concern had joined what is public.
PublicPlace public_place(
    App const& app,
    store::Reading& reading,
    store::StoredConcern const& concern,
    store::CountUpTo now);
/// The same of each, in their order, in as many statements as of one.
std::vector<PublicPlace> public_places(
    App const& app,
    store::Reading& reading,
    std::vector<store::StoredConcern> const& concerns,
    store::CountUpTo now);

/// The names that an answer to `concern` must not hold: of its street and of those of concerns that
/// follow it, if the public sees one of them less closely than by its street.
std::vector<std::string>
list_hidden_streets(App const& app, store::Reading& reading, store::StoredConcern const& concern);

} // namespace wt::app
