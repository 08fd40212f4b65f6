#pragma once

#include "base/message.hpp"
#include "streets/light_along.hpp"
#include "streets/search.hpp"
#include "streets/walking_times.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::streets {

/// Shares of a way, adding up to 1. Of a way of no length, all is unknown.
struct LightShares
{
    double lit = 0.0;
    double unlit = 0.0;
    double unknown = 1.0;
};

LightShares shares_of(LightLengths const& light) noexcept;

/// One sentence of the directions, and how far it leads.
struct Direction
{
    Message text;
    Metres length;
};

struct Path
{
    Metres length;
    std::vector<LatLon> line; ///< two points at least
    std::vector<Search::Leg> legs;
    LightShares light;
    std::vector<std::string> names; ///< of the streets, in order, each once
    std::vector<Direction> directions;

    [[nodiscard]] Seconds walking_time(MetresPerSecond speed = kWalkingSpeed) const
    {
        return length / speed;
    }
};

struct PathOptions
{
    bool step_free = false; ///< no steps, stiles or turnstiles; nothing tagged `wheelchair=no`
};

/// The shortest way on foot; nothing if there is none.
/// \pre the points are of this network
std::optional<Path> find_path(
    Network const& network,
    StreetPoint const& from,
    StreetPoint const& to,
    PathOptions const& options = {});

/// The same by a search that serves again: a new one takes memory and time for all the streets
/// there are, however short the way.
std::optional<Path> find_path(
    Search& search,
    StreetPoint const& from,
    StreetPoint const& to,
    PathOptions const& options = {});

} // namespace wt::streets
