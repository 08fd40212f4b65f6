#pragma once

#include "base/message.hpp"
#include "store/evaluations.hpp"
#include "store/hotspots.hpp"

#include <optional>

/// Which places an evaluation may compare, and what that forbids meanwhile.
namespace wt::app {

/// What is against patrols at the place from the first day on; nothing: it may be evaluated.
std::optional<Message> find_obstacle(
    store::Reading& reading,
    store::StoredHotspot const& treated,
    store::StoredEvaluation const& evaluation);

/// Whether the place may go without visits from the first day before to the last with patrols: it
/// stands or is proposed, was found before, nobody was or is to be there, no other evaluation of
/// that time has it, and its concerns lie below the minimum, never at the worst severity.
bool may_be_control(
    store::Reading& reading,
    store::StoredHotspot const& place,
    store::StoredEvaluation const& evaluation);

/// One of the other hotspots of its family that may, drawn by the evaluation's seed; nothing if
/// none may.
std::optional<HotspotId> draw_control(
    store::Reading& reading,
    store::StoredHotspot const& treated,
    store::StoredEvaluation const& evaluation);

/// The least fall, in percent, that likely shows, if as many women go on speaking as in the year
/// that chose the places: rather too small, because chance helped to choose them. Nothing: not even
/// a fall to nothing would.
std::optional<int>
smallest_fall(store::Reading& reading, store::StoredEvaluation const& evaluation);

/// Until when nobody is to visit the place, because it is compared: the day after. Nothing if
/// anybody may; so too where a concern of the worst severity stands, because safety comes first.
std::optional<Day> find_closed_until(store::Reading& reading, HotspotId place, Day day);

} // namespace wt::app
