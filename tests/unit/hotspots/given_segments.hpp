#pragma once

#include "hotspots/local_statistics.hpp"
#include "unit/hotspots/reference.hpp"

namespace wt::hotspots {

/// The counts of the reference, and which segments are within 250 m.
struct GivenSegments
{
    std::vector<Count> counts;
    Neighbours neighbours;
};

inline GivenSegments given_segments()
{
    auto const segments = read_reference("segments");
    std::vector<Count> counts;
    for (std::size_t row = 0; row < segments.rows().size(); ++row) {
        counts.push_back(static_cast<Count>(number_in(segments, row, "count")));
    }
    auto const weights = read_reference("seg_w250");
    std::vector<Neighbours::Pair> pairs;
    for (std::size_t row = 0; row < weights.rows().size(); ++row) {
        pairs.push_back(
            {static_cast<Place>(number_in(weights, row, "i")),
             static_cast<Place>(number_in(weights, row, "j"))});
    }
    auto const places = counts.size();
    return {std::move(counts), Neighbours{places, pairs}};
}

/// Places in a row, each next to the one before.
inline Neighbours given_row(Place places)
{
    std::vector<Neighbours::Pair> pairs;
    for (Place place = 1; place < places; ++place) {
        pairs.push_back({place - 1, place});
        pairs.push_back({place, place - 1});
    }
    return {places, pairs};
}

} // namespace wt::hotspots
