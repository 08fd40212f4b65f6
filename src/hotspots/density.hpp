#pragma once

#include "base/units.hpp"
#include "hotspots/kernel.hpp"
#include "hotspots/street_graph.hpp"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace wt::hotspots {

/// What becomes of a kernel where streets meet.
enum class Split : std::uint8_t
{
    simple,        ///< the shortest way alone, and whole on each street: draws more than there is
    discontinuous, ///< each street that leads on gets an equal share, none goes back
    continuous     ///< each of n streets that leads on gets 2/n and the one it came by 2/n - 1
};

/// What becomes of it where a street ends, for the last two; the first never turns back.
enum class DeadEnds : std::uint8_t
{
    absorb, ///< nothing: what would lie beyond is lost
    reflect ///< it goes back whole
};

struct DensityOptions
{
    Split split = Split::discontinuous;
    Kernel kernel = Kernel::quartic;
    Metres bandwidth{300.0}; ///< > 0
    DeadEnds dead_ends = DeadEnds::absorb;
};

/// A place on a street.
struct OnStreet
{
    EdgeNumber edge = 0;
    double along = 0.0; ///< metres from the first node of the edge, 0 … its length
};

/// The density of `points` at each of `samples`, points per metre:
///     sum over points, over the ways to the sample, of share of the way times K(its length)
/// (A. Okabe, T. Satoh, K. Sugihara, Int. J. Geogr. Inf. Sci. 23 (2009) 7-32; spNetwork says the
/// same). With `reflect` the last two keep the mass: integrated over all streets the density is the
/// number of points.
///
/// Points at one place count as one with a weight. The ways out of an edge are followed once for
/// all of its points, so the time is that of ways within the bandwidth times the points at their
/// start and the samples at their end. The number of ways grows exponentially with bandwidth over
/// length of edges; `stop` is asked now and then whether to give up.
/// \returns nothing if `stop` said so
std::optional<std::vector<double>> network_density(
    StreetGraph const& graph,
    std::span<OnStreet const> points,
    std::span<OnStreet const> samples,
    DensityOptions const& options,
    std::function<bool()> const& stop = [] { return false; });

/// The middles of pieces of equal length, at most `length` each, along every edge.
std::vector<OnStreet> cut_into_lixels(StreetGraph const& graph, Metres length);

} // namespace wt::hotspots
