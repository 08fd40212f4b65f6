#pragma once

#include "app/walk_route.hpp"
#include "store/raised_places.hpp"
#include "streets/street_point.hpp"

#include <optional>
#include <vector>

/// Where a walk goes that was not asked to go anywhere.
namespace wt::app {

/// A place of a walk on its street.
struct Anchor
{
    NamedPlace name; ///< an empty label: passed without being named
    streets::StreetPoint point;
    double weight = 1.0;
    bool must = false;
    std::optional<std::size_t> rank{}; ///< in the order that was asked for
};

/// What it is worth to go there: more for each who spoke, for the worst that was said, for each
/// week it has waited (twice as much after half a year), and half as much again where no walk has
/// been.
double weight_of(store::RaisedPlace const& place, Day today);

/// What fills the time that the places of a walk leave: those nearby, and points of a round that
/// are worth less than any of them, so that nobody can tell from a stop that somebody spoke of it.
std::vector<OptionalStop> list_fillers(RouteWish const& wish);

/// Sets of stops to try one after the other until a walk leads to some: those nearby, then rounds
/// about the meeting point of about half the time, of twice and of half that width.
std::vector<std::vector<OptionalStop>> list_rounds(RouteWish const& wish);

/// Adds the stops of most weight, each at the middle of its street (an end, if that is too close)
/// and by the street's name, if they lie on one and apart from each other and from the meeting
/// point, which is `anchors[0]`.
void add_optional_anchors(
    streets::Network const& network,
    RouteWish const& wish,
    std::vector<OptionalStop> stops,
    std::vector<Anchor>& anchors);

} // namespace wt::app
