#pragma once

#include "base/message.hpp"
#include "base/named.hpp"

namespace wt {

/// Where a hotspot stands.
enum class HotspotState
{
    proposed,  ///< called by the rule; nobody has looked at it yet
    confirmed, ///< a person agrees
    active,    ///< confirmed, and somebody works on it
    cooling,   ///< confirmed once, and not found for some weeks
    expired,   ///< not found for long, part of another one, or ended by a person
};

inline constexpr std::array<Named<HotspotState>, 5> kHotspotStates{{
    {HotspotState::proposed, "proposed"},
    {HotspotState::confirmed, "confirmed"},
    {HotspotState::active, "active"},
    {HotspotState::cooling, "cooling"},
    {HotspotState::expired, "expired"},
}};

/// Whether a person has said yes and it has not ended.
constexpr bool is_standing(HotspotState state)
{
    return state != HotspotState::proposed && state != HotspotState::expired;
}

/// What called a hotspot. The two are judged apart: their exposures cannot be compared.
enum class HotspotFamily
{
    walks,   ///< what women said on walks, by how often walks passed
    reports, ///< what women who have walked told without a walk, by the length of the street
};

inline constexpr std::array<Named<HotspotFamily>, 2> kHotspotFamilies{{
    {HotspotFamily::walks, "walks"},
    {HotspotFamily::reports, "reports"},
}};

/// What happens to a hotspot.
enum class HotspotEvent
{
    found,     ///< for the first time
    split_off, ///< found for the first time, as a part of another one
    merged,    ///< ended, because another one goes on in its place
    moved,     ///< to another state, by being found or not
    confirmed, ///< by a person
    ended,     ///< by a person
    note,      ///< written by a person
    visit_planned,
    visit_delivered,
    evaluation_locked, ///< it is compared, as the place of patrols or the one without
    evaluation_published,
};

inline constexpr std::array<Named<HotspotEvent>, 11> kHotspotEvents{{
    {HotspotEvent::found, "found"},
    {HotspotEvent::split_off, "split_off"},
    {HotspotEvent::merged, "merged"},
    {HotspotEvent::moved, "moved"},
    {HotspotEvent::confirmed, "confirmed"},
    {HotspotEvent::ended, "ended"},
    {HotspotEvent::note, "note"},
    {HotspotEvent::visit_planned, "visit_planned"},
    {HotspotEvent::visit_delivered, "visit_delivered"},
    {HotspotEvent::evaluation_locked, "evaluation_locked"},
    {HotspotEvent::evaluation_published, "evaluation_published"},
}};

/// In plain words, for a list.
Message title(HotspotState state);
Message title(HotspotFamily family);
Message title(HotspotEvent event);

/// The most characters of a note.
inline constexpr std::size_t kMostOfANote = 1000;
/// The longest visit, in minutes.
inline constexpr int kLongestVisit = 600;

} // namespace wt
