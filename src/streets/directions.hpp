#pragma once

#include "streets/paths.hpp"

#include <span>
#include <vector>

namespace wt::streets {

/// A way in plain words: one sentence for each street, named or of one kind; steps are always
/// told. Stretches without a name shorter than 20 m (a crossing, a corner) go with the one before.
/// Lengths in the sentences are rounded to 10 m (to 5 m below 50 m); `Direction::length` is not.
std::vector<Direction> directions_along(Network const& network, std::span<Search::Leg const> legs);

} // namespace wt::streets
