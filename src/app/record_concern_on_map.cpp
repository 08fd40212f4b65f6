#include "app/areas.hpp"
#include "app/record_concern.hpp"
#include "base/refusal.hpp"

namespace wt::app {

ConcernId record_concern(
    App& app,
    Person const& person,
    NewConcern const& concern,
    PinnedPlace const& pinned,
    Participant const* she)
{
    auto const network = app.network();
    auto const areas = app.areas();
    if (network == nullptr || areas == nullptr) {
        throw Refusal{
            Refusal::conflict, N_("No street map has been imported. Places cannot be found yet.")};
    }
    auto const find_ward = [&](LatLon point) -> std::optional<WardAndUnit> {
        auto const ward = areas->find_ward(point);
        return ward ? std::optional{WardAndUnit{ward->id, ward->bcu}} : std::nullopt;
    };
    return record_concern_at(
        app, person, concern, require_concern_place(*network, find_ward, pinned), she);
}

} // namespace wt::app
