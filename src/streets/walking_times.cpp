#include "streets/walking_times.hpp"

#include "streets/link_search.hpp"

#include <cassert>

namespace wt::streets {

WalkingTimes walking_times(
    Network const& network,
    std::span<StreetPoint const> origins,
    std::span<StreetPoint const> destinations,
    WalkingTimesOptions const& options)
{
    assert(options.speed.value > 0.0);
    WalkingTimes times{origins.size(), destinations.size()};
    LinkSearch search{network};
    SearchOptions const within{
        options.step_free, Metres{options.bound.count() * options.speed.value}};
    for (std::size_t i = 0; i < origins.size(); ++i) {
        search.run(origins[i], within, destinations);
        for (std::size_t j = 0; j < destinations.size(); ++j) {
            times.set(i, j, search.distance_to(destinations[j]) / options.speed);
        }
    }
    return times;
}

} // namespace wt::streets
