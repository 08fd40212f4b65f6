#include "scheme/hotspot.hpp"

namespace wt {

Message title(HotspotState state)
{
    switch (state) {
    case HotspotState::proposed:
        return N_("Proposed");
    case HotspotState::confirmed:
        return N_("Confirmed");
    case HotspotState::active:
        return N_("Worked on");
    case HotspotState::cooling:
        return N_("Cooling down");
    case HotspotState::expired:
        return N_("Ended");
    }
    return N_("Ended");
}

Message title(HotspotFamily family)
{
    return family == HotspotFamily::walks ? N_("What women said on walks")
                                          : N_("What women told without a walk");
}

Message title(HotspotEvent event)
{
    switch (event) {
    case HotspotEvent::found:
        return N_("Found for the first time");
    case HotspotEvent::split_off:
        return N_("Split off another hotspot");
    case HotspotEvent::merged:
        return N_("Went into another hotspot");
    case HotspotEvent::moved:
        return N_("Changed by the weekly search");
    case HotspotEvent::confirmed:
        return N_("Confirmed by a person");
    case HotspotEvent::ended:
        return N_("Ended by a person");
    case HotspotEvent::note:
        return N_("Note");
    case HotspotEvent::visit_planned:
        return N_("Visit planned");
    case HotspotEvent::visit_delivered:
        return N_("Visit made");
    case HotspotEvent::evaluation_locked:
        return N_("Evaluation locked");
    case HotspotEvent::evaluation_published:
        return N_("Evaluation published");
    }
    return N_("Visit made");
}

} // namespace wt
