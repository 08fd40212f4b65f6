#include "hotspots/replay.hpp"

#include <algorithm>

namespace wt::hotspots {

std::vector<Replayed> replay(
    std::span<Count const> counts, Neighbours const& neighbours, Permutations const& permutations)
{
    auto const sums = neighbour_sums(counts, neighbours);
    std::vector<Replayed> replayed(counts.size());
    std::vector<Count> others{counts.begin() + 1, counts.end()};
    for (Place place = 0; place < replayed.size(); ++place) {
        auto const draws = neighbours.of(place).size();
        for (std::size_t row = 0; row < permutations.size(); ++row) {
            auto const* const ids = permutations.ids.data() + row * permutations.width;
            Count sum = 0;
            for (std::size_t draw = 0; draw < draws; ++draw) {
                sum += others[ids[draw]];
            }
            replayed[place].at_least += sum >= sums[place] ? 1U : 0U;
            replayed[place].at_most += sum <= sums[place] ? 1U : 0U;
        }
        if (place < others.size()) { // now the next place is the one that is missing
            others[place] = counts[place];
        }
    }
    return replayed;
}

double folded_p(std::size_t as_large, std::size_t permutations) noexcept
{
    return static_cast<double>(std::min(as_large, permutations - as_large) + 1) /
           static_cast<double>(permutations + 1);
}

} // namespace wt::hotspots
