#include "hotspots/scan.hpp"

#include "hotspots/scan_replicates.hpp"

#include <algorithm>
#include <cassert>
#include <optional>

namespace wt::hotspots {

namespace {

/// A cluster without what can be told from it later.
struct Candidate
{
    PlaceIndex centre = 0;
    std::size_t places = 0; ///< the first so many around the centre
    ScanWindow window{};
    std::uint32_t zone_cases = 0;
    std::uint32_t cases = 0;
    double llr = 0.0;
};

[[maybe_unused]] bool is_valid(ScanProblem const& problem, ScanLimits const& limits)
{
    auto const places = problem.zones.size();
    return problem.cases.size() < (std::size_t{1} << 31U) && problem.longest >= 1 &&
           problem.longest <= problem.units && problem.largest > 0 && problem.largest <= 1 &&
           limits.replicates >= 1 &&
           std::all_of(
               problem.cases.begin(),
               problem.cases.end(),
               [&](ScanCase const& one) {
                   return one.place < places && one.unit < problem.units;
               }) &&
           std::all_of(
               problem.zones.places.begin(), problem.zones.places.end(), [&](PlaceIndex place) {
                   return place < places;
               });
}

class Observed
{
public:
    /// \param level  what a candidate has to pass
    Observed(ScanProblem const& problem, ScanMargins const& margins, double level)
        : problem_{problem}, margins_{margins}, level_{level},
          before_(problem.zones.size() * (problem.units + 1), 0)
    {
        auto const width = problem.units + 1;
        for (ScanCase const& one : problem.cases) {
            ++before_[one.place * width + one.unit + 1];
        }
        for (std::size_t i = 0; i < before_.size(); ++i) {
            before_[i] += i % width == 0 ? 0 : before_[i - 1];
        }
    }

    /// Of each centre the best that there is, in the order of the places.
    [[nodiscard]] std::vector<Candidate> list_best() const
    {
        ScanThresholds<std::uint32_t> const thresholds{margins_, level_};
        std::vector<Candidate> best;
        for (std::size_t centre = 0; centre < problem_.zones.size(); ++centre) {
            auto const candidate = find_best(static_cast<PlaceIndex>(centre), thresholds);
            if (candidate.llr > level_) {
                best.push_back(candidate);
            }
        }
        return best;
    }

private:
    [[nodiscard]] Candidate
    find_best(PlaceIndex centre, ScanThresholds<std::uint32_t> const& thresholds) const
    {
        Candidate best{.centre = centre};
        std::vector<std::uint32_t> in_zone(problem_.units + 1, 0);
        std::uint32_t zone_cases = 0;
        std::size_t places = 0;
        for (auto const place : problem_.zones.around(centre)) {
            ++places;
            zone_cases += margins_.cases_at(place);
            if (zone_cases > margins_.most()) {
                break;
            }
            for (std::size_t i = 0; i < in_zone.size(); ++i) {
                in_zone[i] += before_[place * in_zone.size() + i];
            }
            auto const* threshold = thresholds.row(zone_cases);
            for (ScanWindow const& window : margins_.windows()) {
                auto const cases = in_zone[window.end] - in_zone[window.end - window.length];
                if (cases <= *threshold++) {
                    continue;
                }
                auto const llr = margins_.llr(cases, zone_cases, window);
                if (llr > best.llr) {
                    best = {centre, places, window, zone_cases, cases, llr};
                }
            }
        }
        return best;
    }

    ScanProblem const& problem_;
    ScanMargins const& margins_;
    double level_;
    std::vector<std::uint32_t> before_;
};

/// Leaves out each that shares a place with a better one.
std::vector<ScanCluster>
choose(ScanProblem const& problem, ScanMargins const& margins, std::vector<Candidate> candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(), [](auto const& a, auto const& b) {
        return a.llr != b.llr ? a.llr > b.llr : a.places < b.places;
    });
    std::vector<bool> taken(problem.zones.size(), false);
    std::vector<ScanCluster> clusters;
    for (Candidate const& one : candidates) {
        auto const places = problem.zones.around(one.centre).first(one.places);
        if (std::any_of(places.begin(), places.end(), [&](auto place) { return taken[place]; })) {
            continue;
        }
        for (auto const place : places) {
            taken[place] = true;
        }
        clusters.push_back(
            {.centre = one.centre,
             .places = {places.begin(), places.end()},
             .first_unit = one.window.end - one.window.length,
             .last_unit = one.window.end - 1,
             .cases = one.cases,
             .expected = margins.expected(one.zone_cases, one.window),
             .llr = one.llr});
    }
    return clusters;
}

} // namespace

void in_turn(std::size_t count, std::function<void(std::size_t)> const& piece)
{
    for (std::size_t i = 0; i < count; ++i) {
        piece(i);
    }
}

std::vector<ScanCluster> list_clusters(ScanProblem const& problem, double level)
{
    ScanMargins const margins{problem};
    return choose(problem, margins, Observed{problem, margins, level}.list_best());
}

ScanResult scan(ScanProblem const& problem, ScanLimits const& limits)
{
    assert(is_valid(problem, limits));
    if (problem.cases.empty()) {
        return {.simulated = std::vector<double>(limits.replicates, 0.0)};
    }
    ScanResult result{.simulated = scan_replicates(problem, ScanMargins{problem}, limits)};
    auto sorted = result.simulated;
    std::sort(sorted.begin(), sorted.end());
    // A threshold of 0 would let every count pass that is as expected.
    auto const level = std::max(sorted.front(), 1e-3);
    result.clusters = list_clusters(problem, level);
    for (ScanCluster& cluster : result.clusters) {
        auto const at_least =
            sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), cluster.llr);
        cluster.p = static_cast<double>(1 + at_least) / static_cast<double>(1 + sorted.size());
    }
    return result;
}

} // namespace wt::hotspots
