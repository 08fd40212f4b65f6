#pragma once

#include "app/officer_walks.hpp"
#include "web/form.hpp"
#include "web/pages/shell.hpp"
#include "web/site.hpp"

#include <string>
#include <vector>

/// The pages of an officer on duty: on a telephone, in one hand, by night.
namespace wt::web {

/// `/officer/walks/{walk}`
std::string path_of(WalkId walk);

/// Her walks, the next first, and those that are over.
Page officer_walks_page(
    Site const& site, Texts const& t, std::vector<store::StoredWalk> const& walks);

/// What a page of one walk is drawn from.
struct OfficerWalkView
{
    Site const& site;
    Texts const& t;
    app::OfficerWalk const& walk;
    bool has_map = false;
};
Page officer_walk_page(OfficerWalkView const& view);

/// Where she wants to be brought.
Page called_away_page(OfficerWalkView const& view, FormState const& state);

/// Nobody came.
Page missed_page(OfficerWalkView const& view);

/// Who did not come.
Page end_page(OfficerWalkView const& view);

/// The places where a concern can be put: where they meet, then the stops. Their position is their
/// name in the form.
std::vector<app::NamedPlace> list_places(app::PrivateWalk const& route);

/// Recording what somebody says, at one of the places or where the telephone is.
Page record_page(OfficerWalkView const& view, FormState const& state);

} // namespace wt::web
