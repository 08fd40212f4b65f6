#pragma once

#include "base/random.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wt::hotspots {

/// The values in random order (Fisher and Yates, inside out). What comes depends on nothing but the
/// seed and which of the replicates it is, so replicates can be made in any order.
template <class Value>
std::vector<Value>
shuffled(std::vector<Value> const& values, std::uint64_t seed, std::size_t replicate)
{
    SeededRandom random{SeededRandom{SeededRandom{seed}() + replicate}()};
    std::vector<Value> result(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const j = random.below(i + 1);
        result[i] = result[j];
        result[j] = values[i];
    }
    return result;
}

} // namespace wt::hotspots
