#include "hotspots/life.hpp"

namespace wt::hotspots {

Life after(Week week, Life life) noexcept
{
    if (life.state == HotspotState::expired) {
        return life;
    }
    int const missed = week.is_found ? 0 : life.missed + 1;
    if (life.state == HotspotState::proposed) {
        bool const lapses = missed >= kWeeksUntilCool;
        return {lapses ? HotspotState::expired : HotspotState::proposed, missed};
    }
    if (missed >= kWeeksUntilExpired) {
        return {HotspotState::expired, missed};
    }
    if (missed >= kWeeksUntilCool) {
        return {HotspotState::cooling, missed};
    }
    return {week.is_worked_on ? HotspotState::active : HotspotState::confirmed, missed};
}

} // namespace wt::hotspots
