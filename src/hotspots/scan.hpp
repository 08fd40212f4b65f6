#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace wt::hotspots {

using PlaceIndex = std::uint32_t;

/// Runs `piece(0)` … `piece(count - 1)`, each once, in any order, perhaps at the same time.
using ForEachPiece =
    std::function<void(std::size_t count, std::function<void(std::size_t)> const& piece)>;

/// One after the other.
void in_turn(std::size_t count, std::function<void(std::size_t)> const& piece);

/// Of each place as a centre, the places within reach by distance: the first k are its k-th zone.
struct Zones
{
    std::vector<std::size_t> first{0}; ///< places + 1 long: where a centre's list begins
    std::vector<PlaceIndex> places{};

    [[nodiscard]] std::size_t size() const { return first.size() - 1; }
    [[nodiscard]] std::span<PlaceIndex const> around(std::size_t centre) const
    {
        return std::span{places}.subspan(first[centre], first[centre + 1] - first[centre]);
    }
};

/// One thing that happened, at a place and in a unit of time (a day, a week …).
struct ScanCase
{
    PlaceIndex place = 0;
    std::uint32_t unit = 0;
};

struct ScanProblem
{
    std::vector<ScanCase> cases{};
    std::size_t units = 0;    ///< of time
    Zones zones{};            ///< one list for each place
    std::size_t longest = 1;  ///< of the windows, in units; 1..units
    double largest = 0.5;     ///< of the zones, as a share of all cases
    bool prospective = false; ///< only windows that end with the last unit
};

struct ScanLimits
{
    std::size_t replicates = 999; ///< at least 1
    std::uint64_t seed = 1;
    ForEachPiece for_each = in_turn; ///< changes the time it takes, never the answer
};

/// A zone and a window in which more happened than elsewhere and at other times lets expect.
struct ScanCluster
{
    PlaceIndex centre = 0;
    std::vector<PlaceIndex> places{}; ///< by distance from the centre
    std::size_t first_unit = 0;
    std::size_t last_unit = 0;
    std::uint32_t cases = 0;
    double expected = 0.0;
    double llr = 0.0; ///< of Poisson, natural logarithm
    double p = 1.0;   ///< (1 + replicates whose maximum is at least `llr`) / (1 + replicates)
};

struct ScanResult
{
    /// The best first, of equals that with the fewest places; none shares a place with a better
    /// one, each surpasses the maximum of at least one replicate.
    std::vector<ScanCluster> clusters{};
    std::vector<double> simulated{}; ///< the maximum of each replicate, 0 where nothing stands out
};

/// The clusters whose ratio passes `level` > 0, the best first; their p is not known.
std::vector<ScanCluster> list_clusters(ScanProblem const& problem, double level);

/// The space-time permutation scan (M. Kulldorff et al., PLoS Medicine 2 (2005) e59): the days are
/// shuffled among the cases, so a place that is always worse and a week that is worse everywhere
/// are no clusters. A cluster holds two cases or more, and more than expected.
///
/// Time: replicates x (sum of the lengths of `zones`) x windows, sixteen or so at a time; the
/// windows are `units` x `longest` or, prospective, `longest`. Memory: 64 bytes x places x units
/// for each piece that runs at a time, and half a kilobyte for each number of cases that a zone
/// has.
/// \pre the numbers are in range, indices exist, fewer than 2^31 cases (asserted)
ScanResult scan(ScanProblem const& problem, ScanLimits const& limits = {});

} // namespace wt::hotspots
