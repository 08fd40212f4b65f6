#pragma once

#include "base/time.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wt::hotspots {

// Against feedback loops: who looks where records are many finds more records there (K. Lum, W.
// Isaac, Significance 13 (2016) 14; D. Ensign et al., Proc. Machine Learning Research 81 (2018)
// 160).

/// A concern, and what brought somebody there to raise it.
struct Record
{
    std::size_t place = 0;
    double weight = 1.0;    ///< what it adds, >= 0
    bool by_patrol = false; ///< made by officers on patrol
    bool was_sent = false;  ///< raised on a walk that was scheduled because of a hotspot
};

/// The score of each place. Records that a hotspot itself brought about add nothing, however many.
/// \pre places of records are below `places` (asserted)
std::vector<double> guarded_scores(std::span<Record const> records, std::size_t places);

/// Where `visits` go: each with the chance `random_share` to a place drawn evenly from all, else to
/// one drawn in proportion to its score (evenly where all are 0). A visit may be a patrol or a
/// spare quarter of an hour of a walk.
/// \pre one score or more, none negative; 0 <= random_share <= 1 (asserted)
std::vector<std::size_t> draw_visits(
    std::span<double const> scores, std::size_t visits, double random_share, std::uint64_t seed);

/// A place of a hotspot that might go without patrols for a while, so that their effect can be
/// told.
struct ControlCandidate
{
    std::size_t place = 0;
    int worst_severity = 0; ///< of the concerns that stand there, 0 (none) to 3
};

struct Control
{
    std::size_t place = 0;
    Day last_day{}; ///< then it is no control any more

    friend bool operator==(Control const&, Control const&) = default;
};

/// The lot draws `share` of those below `minimum_severity`, rounded down; never a place where a
/// concern of severity 3 stands, whatever the minimum. In the order of the candidates.
/// \pre 0 <= share <= 1 (asserted)
std::vector<Control> draw_controls(
    std::span<ControlCandidate const> candidates,
    int minimum_severity,
    double share,
    Day last_day,
    std::uint64_t seed);

} // namespace wt::hotspots
