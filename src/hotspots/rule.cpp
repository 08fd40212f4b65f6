#include "hotspots/rule.hpp"

#include "hotspots/false_discovery.hpp"
#include "hotspots/stratified_tails.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace wt::hotspots {

namespace {

constexpr Count kMostWomen = 100;

/// The known segments, by rising exposure.
std::vector<Place> list_known(std::span<double const> exposure)
{
    std::vector<Place> known;
    for (Place place = 0; place < exposure.size(); ++place) {
        if (exposure[place] > 0) {
            known.push_back(place);
        }
    }
    std::ranges::stable_sort(known, std::less<>{}, [&](Place place) { return exposure[place]; });
    return known;
}

/// \param around  how many women the neighbours hold per exposure of one; from totals alone, which
///                dealing anew leaves as they are
std::vector<Stratum> strata_of(
    std::span<Place const> known, std::span<double const> exposure, double around, double alike)
{
    std::vector<Stratum> strata(exposure.size(), kNoStratum);
    auto const most_from = [&](double least) { return least + alike * std::sqrt(least / around); };
    Stratum stratum = 0;
    double most = known.empty() ? 0.0 : most_from(exposure[known.front()]);
    for (auto const place : known) {
        if (exposure[place] > most) {
            ++stratum;
            most = most_from(exposure[place]);
        }
        strata[place] = stratum;
    }
    return strata;
}

/// Women per exposure, times how many neighbours a known segment has on average.
double women_around_per_exposure(
    std::span<Place const> known,
    std::span<Count const> counts,
    std::span<double const> exposure,
    Neighbours const& around)
{
    double women = 0;
    double exposed = 0;
    double neighbours = 0;
    for (auto const place : known) {
        women += static_cast<double>(counts[place]);
        exposed += exposure[place];
        neighbours += static_cast<double>(around.of(place).size());
    }
    return known.empty() ? 0.0 : women / exposed * neighbours / static_cast<double>(known.size());
}

/// Numbers each set of hot segments that hang together, by its first segment.
void number_hotspots(std::vector<Judgement>& judgements, Neighbours const& adjoining)
{
    std::size_t hotspots = 0;
    std::vector<Place> open;
    auto const take = [&](Place place) {
        auto& judgement = judgements[place];
        if (judgement.standing == Standing::hot && !judgement.hotspot) {
            judgement.hotspot = hotspots;
            open.push_back(place);
        }
    };
    for (Place first = 0; first < judgements.size(); ++first) {
        take(first);
        bool const is_new = !open.empty();
        while (!open.empty()) {
            auto const place = open.back();
            open.pop_back();
            std::ranges::for_each(adjoining.of(place), take);
        }
        hotspots += is_new ? 1 : 0;
    }
}

} // namespace

std::vector<Count> count_women(std::size_t segments, std::vector<Spoken> spoken)
{
    std::ranges::sort(spoken);
    auto const repeated = std::ranges::unique(spoken);
    spoken.erase(repeated.begin(), repeated.end());
    std::vector<Count> women(segments);
    for (auto const& each : spoken) {
        ++women[each.segment];
    }
    return women;
}

std::vector<Judgement> judge(
    std::span<Count const> women,
    std::span<double const> exposure,
    Neighbours const& around,
    Neighbours const& adjoining,
    RuleOptions const& options)
{
    assert(women.size() == exposure.size() && women.size() == around.size());
    assert(adjoining.size() == women.size());
    std::vector<Count> counts(women.begin(), women.end());
    std::ranges::for_each(counts, [](Count& count) { count = std::min(count, kMostWomen); });
    auto const known = list_known(exposure);
    auto const per_exposure = women_around_per_exposure(known, counts, exposure, around);
    auto const strata = strata_of(known, exposure, per_exposure, options.alike);
    auto const tails = stratified_upper_tails(counts, strata, around);
    std::vector<double> p;
    std::ranges::transform(known, std::back_inserter(p), [&](Place place) { return tails[place]; });
    auto const q = false_discovery_rates(p, Dependence::positive);
    std::vector<Judgement> judgements(women.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
        auto const standing = q[i] <= options.called ? Standing::hot : Standing::usual;
        judgements[known[i]] = {p[i], q[i], standing, std::nullopt};
    }
    number_hotspots(judgements, adjoining);
    return judgements;
}

} // namespace wt::hotspots
