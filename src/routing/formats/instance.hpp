#pragma once

#include "routing/plan.hpp"
#include "routing/problem.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace wt::routing {

/// How published orienteering problems are written down.
enum class Format
{
    op,    ///< Tsiligirides, Chao: `Tmax P`, then `x y score`; from the first point to the second
    top,   ///< Chao, Golden, Wasil: `n N`, `m P`, `tmax T`, then `x y score`; first point to last
    toptw, ///< Solomon, Cordeau with scores: two lines passed over, then
           ///< `i x y dwell score f a list… opens closes`; from the first point and back
    oplib, ///< OPLib: TSPLIB with COST_LIMIT and NODE_SCORE_SECTION; from the depot and back
};

/// A problem as a file tells it. Its times are in a unit of its own, not in seconds.
struct Instance
{
    Problem problem;
    std::vector<std::int64_t> ids; ///< the file's, by point
    double unit = 1.0;             ///< the problem's times are the file's times this
    double begins = 0.0;           ///< the file's time at which routes start
    double score_of_depot = 0.0;   ///< what every plan scores beside the stops
};

/// As many points as a problem may have, for the memory that their times take.
inline constexpr std::size_t kMostPoints = 4000;

/// Distances are Euclidean for OP and TOP; truncated for TOPTW to one decimal, or to two where a
/// coordinate has more than two; whole numbers as TSPLIB rounds them for OPLib. A problem has as
/// many vehicles as the text says, else one.
/// \throws Refusal (invalid_input) that names the line
Instance read_instance(std::string_view text, Format format);

} // namespace wt::routing
