#pragma once

#include "scheme/hotspot.hpp"

namespace wt::hotspots {

// Times are in weekly searches. Each looks at a whole year, of which a week moves on: what is
// missing once may stand at the edge of q; what is missing four times has gone.

/// So often a proposal may be missing before it lapses, and a confirmed hotspot before it cools.
inline constexpr int kWeeksUntilCool = 4;
/// So often a confirmed one may be missing before it ends: a quarter, the period in which each
/// woman counts once.
inline constexpr int kWeeksUntilExpired = 13;
/// So long one that a person ended is not proposed again, though it is found: a quarter, after
/// which women may have said something new.
inline constexpr int kWeeksPutAside = 13;

/// Where a hotspot stands, and how many searches in a row have missed it.
struct Life
{
    HotspotState state = HotspotState::proposed;
    int missed = 0;

    friend bool operator==(Life, Life) = default;
};

/// What a week brought.
struct Week
{
    bool is_found = false;
    bool is_worked_on = false; ///< by a visit, or an answer to a concern of it
};

/// The hotspot after a weekly search. Only a person confirms: nothing leads from proposed to
/// confirmed, and nothing out of expired.
Life after(Week week, Life life) noexcept;

} // namespace wt::hotspots
