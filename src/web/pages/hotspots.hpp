#pragma once

#include "app/hotspots.hpp"
#include "app/public_hotspots.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/site.hpp"

#include <string>

/// What the pages of hotspots show.
namespace wt::web {

inline constexpr std::string_view kDeskHotspotsPath = "/desk/hotspots";
std::string desk_path(HotspotId hotspot);

Html tag_of(Texts const& t, HotspotState state);

/// "Camden Street, Mill Lane – Camberwell"
std::string place_in_words(Site const& site, Texts const& t, app::SeenHotspot const& seen);

/// The table that says all that the desk's map says.
Html hotspots_table(Site const& site, Texts const& t, std::vector<app::SeenHotspot> const& seen);

/// Why it was called, week by week, where it is, what was said there, what happened to it.
Html hotspot_facts(Site const& site, Texts const& t, app::OpenHotspot const& opened);

/// Confirm, end, note, plan a visit.
Html hotspot_forms(FormState const& state, app::OpenHotspot const& opened);

/// What is wrong with a hotspot's day boxes stands beside `day`.
Html visit_fields(FormState const& state);

/// The public list.
Html public_hotspots_list(
    Site const& site, Texts const& t, std::vector<app::PublicHotspot> const& hotspots);

} // namespace wt::web
