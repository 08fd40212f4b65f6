#pragma once

#include "routing/problem.hpp"

#include <cstddef>
#include <vector>

namespace wt::routing {

/// The points of a route between its start and its end.
using Stops = std::vector<std::size_t>;

/// What a route is worth, in the order in which it counts.
struct Value
{
    double musts = 0.0;         ///< weight of the musts visited
    std::size_t must_count = 0; ///< so that musts without weight count too
    double others = 0.0;        ///< weight of the other points visited
    Seconds total{0};           ///< travel and dwell; less is better
};

/// True if `a` is worth more than `b` at the first place where they differ.
bool is_better(Value const& a, Value const& b);

/// A problem with what is looked up again and again worked out once.
class Terrain
{
public:
    static constexpr std::size_t kNoRank = static_cast<std::size_t>(-1);

    /// \pre is_valid(problem) (asserted)
    explicit Terrain(Problem const& given);

    Problem const& problem;
    Seconds budget; ///< the problem's, and what rounding may add to a route that fits it exactly
    std::vector<bool> is_must;           ///< by point; those of `must_in_order` included
    std::vector<std::size_t> rank;       ///< by point: its place in `must_in_order`, or kNoRank
    std::vector<std::size_t> candidates; ///< points that fit the budget alone, ascending

    /// Travel, waiting and dwell of start, stops, end; kUnreachable if a stop is closed by then.
    [[nodiscard]] Seconds total(Stops const& stops) const;
    [[nodiscard]] Value value(Stops const& stops) const;
    /// From the beginning of one visit until the next point is reached.
    [[nodiscard]] Seconds leg(std::size_t from, std::size_t to) const
    {
        return dwell_[from] + problem.time(from, to);
    }
    /// Start, the point alone, end.
    [[nodiscard]] Seconds alone(std::size_t point) const;

private:
    std::vector<Seconds> dwell_; ///< as given, nought at start and end
};

} // namespace wt::routing
