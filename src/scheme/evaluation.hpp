#pragma once

#include "base/message.hpp"
#include "base/named.hpp"

/// Evaluations of patrols at a hotspot: what is compared is locked before they begin.
namespace wt {

enum class EvaluationState
{
    proposed,  ///< by a desk; its control place is drawn
    locked,    ///< oversight has agreed, before the patrols began
    refused,   ///< by oversight
    lapsed,    ///< the day of the patrols came before oversight had decided
    published, ///< it is over, and what came out is public
};

inline constexpr std::array<Named<EvaluationState>, 5> kEvaluationStates{{
    {EvaluationState::proposed, "proposed"},
    {EvaluationState::locked, "locked"},
    {EvaluationState::refused, "refused"},
    {EvaluationState::lapsed, "lapsed"},
    {EvaluationState::published, "published"},
}};

/// Whether it binds its places: nobody plans a visit against it.
constexpr bool is_open(EvaluationState state)
{
    return state == EvaluationState::proposed || state == EvaluationState::locked;
}

/// In plain words, for a list.
Message title(EvaluationState state);

/// What may be said of a treated place against its control.
enum class Finding
{
    too_few,       ///< counts so small that a change that matters would most likely go unseen
    no_difference, ///< such a change would have been seen, and was not
    fewer,         ///< than the control lets expect
    more,
};

inline constexpr std::array<Named<Finding>, 4> kFindings{{
    {Finding::too_few, "too_few"},
    {Finding::no_difference, "no_difference"},
    {Finding::fewer, "fewer"},
    {Finding::more, "more"},
}};

/// In one plain sentence, which claims no cause.
Message sentence(Finding finding);

/// The weeks of each of its two spans: before the patrols begin, and from then on.
inline constexpr int kFewestWeeks = 4;
inline constexpr int kMostWeeks = 26;

} // namespace wt
