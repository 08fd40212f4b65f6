#pragma once

#include "app/app.hpp"
#include "base/field_errors.hpp"
#include "scheme/role.hpp"
#include "store/concerns.hpp"
#include "store/hotspots.hpp"

#include <optional>
#include <string>
#include <vector>

/// What the desk sees of hotspots, and what people decide about them.
namespace wt::app {

/// A hotspot as it stood on a day.
struct SeenHotspot
{
    store::StoredHotspot hotspot; ///< its state and last day as of then
    store::StoredFinding latest;
    std::vector<store::HotspotSegment> segments{};

    /// The names of its streets, each once, by name; those without one left out.
    [[nodiscard]] std::vector<std::string> streets() const;
};

/// Those that stand or are proposed, the proposed first, then by how many women spoke.
/// \param bcu    of one unit; nothing: of her own, or of the whole force for those without one
/// \param as_of  the last day that is looked at; nothing: today
/// \throws Refusal (forbidden)
std::vector<SeenHotspot> list_hotspots(
    App& app,
    Person const& person,
    std::optional<BcuId> bcu,
    std::optional<Day> as_of = std::nullopt);

/// The middles of their segments as GeoJSON points with `id`, `state`, `family` and `street`.
std::string hotspots_geojson(std::vector<SeenHotspot> const& hotspots);

/// One with all that is known of it.
struct OpenHotspot
{
    SeenHotspot seen;
    std::vector<store::StoredFinding> findings{};    ///< newest first
    std::vector<store::StoredConcern> concerns{};    ///< not withdrawn, newest first
    std::vector<store::StoredHotspotEvent> events{}; ///< oldest first
    std::vector<store::StoredVisit> visits{};        ///< by planned day
};

/// \throws Refusal: forbidden; not_found
OpenHotspot open_hotspot(App& app, Person const& person, HotspotId id);

/// A person agrees that the place needs work.
/// \throws Refusal: forbidden; not_found; conflict if somebody changed it since, or it is no
/// proposal
void confirm_hotspot(App& app, Person const& desk, HotspotId id, int version);

/// A person says why a hotspot is none, or is none any more. It is not proposed again for a
/// quarter.
/// \throws Refusal: forbidden; not_found; invalid_input for a note that `errors_in_note` refuses;
///         conflict if somebody changed it since, or it has ended
void end_hotspot(App& app, Person const& desk, HotspotId id, int version, std::string_view note);

/// All that is wrong with a note, in the field `field`.
FieldErrors errors_in_note(std::string_view note, std::string const& field);
/// \throws Refusal: forbidden; not_found; invalid_input
void note_hotspot(App& app, Person const& desk, HotspotId id, std::string_view note);

/// Somebody who is there for a while: officers, wardens, workers.
struct VisitForm
{
    std::optional<Day> day{};
    int minutes = 0;
};
/// All that is wrong with it, in the fields `day` and `minutes`.
FieldErrors errors_in(VisitForm const& form, Day today, bool is_planned);

/// \throws Refusal: forbidden; not_found; invalid_input; conflict while an evaluation has closed
/// the
///         place (evaluation_places.hpp)
void plan_visit(App& app, Person const& desk, HotspotId id, VisitForm const& form);
/// Notes how long somebody was there. Never raises the score of the hotspot: what officers see on a
/// visit is no concern.
/// \throws Refusal: forbidden; not_found; invalid_input; conflict if it was noted already
void deliver_visit(
    App& app, Person const& desk, HotspotId id, std::int64_t visit, VisitForm const& form);

} // namespace wt::app
