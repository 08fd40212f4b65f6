#include "hotspots/guard.hpp"

#include "hotspots/shuffle.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace wt::hotspots {

std::vector<double> guarded_scores(std::span<Record const> records, std::size_t places)
{
    std::vector<double> scores(places, 0.0);
    for (Record const& record : records) {
        assert(record.place < places && record.weight >= 0);
        if (!record.by_patrol && !record.was_sent) {
            scores[record.place] += record.weight;
        }
    }
    return scores;
}

std::vector<std::size_t> draw_visits(
    std::span<double const> scores, std::size_t visits, double random_share, std::uint64_t seed)
{
    assert(!scores.empty() && 0 <= random_share && random_share <= 1);
    std::vector<double> up_to(scores.size());
    std::partial_sum(scores.begin(), scores.end(), up_to.begin());
    SeededRandom random{seed};
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < visits; ++i) {
        if (random.uniform() < random_share || up_to.back() <= 0) {
            places.push_back(random.below(scores.size()));
            continue;
        }
        auto const at = std::upper_bound(
            up_to.begin(), std::prev(up_to.end()), random.uniform() * up_to.back());
        places.push_back(static_cast<std::size_t>(at - up_to.begin()));
    }
    return places;
}

std::vector<Control> draw_controls(
    std::span<ControlCandidate const> candidates,
    int minimum_severity,
    double share,
    Day last_day,
    std::uint64_t seed)
{
    assert(0 <= share && share <= 1);
    std::vector<std::size_t> eligible;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].worst_severity < std::min(minimum_severity, 3)) {
            eligible.push_back(i);
        }
    }
    auto drawn = shuffled(eligible, seed, 0);
    drawn.resize(static_cast<std::size_t>(share * static_cast<double>(drawn.size())));
    std::sort(drawn.begin(), drawn.end());
    std::vector<Control> controls;
    for (auto const i : drawn) {
        controls.push_back({candidates[i].place, last_day});
    }
    return controls;
}

} // namespace wt::hotspots
