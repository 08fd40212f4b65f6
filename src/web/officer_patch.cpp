#include "base/refusal.hpp"
#include "web/list_address.hpp"
#include "web/pages/patch.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

namespace wt::web {

namespace {

/// GET /officer/patch: what was said, promised and done in a ward that she knows.
Response show_patch(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const wards = app::list_patch_wards(site.app, officer);
    if (wards.empty()) {
        throw Refusal{Refusal::not_found, N_("Your command unit has no wards yet.")};
    }
    auto const chosen = find_id<WardId>(request.query, "ward").value_or(wards.front().id);
    auto const patch = app::see_patch(site.app, officer, chosen);
    return show(site, request, patch_page(site, request.t(), patch, wards));
}

} // namespace

void add_officer_patch_routes(Router& router)
{
    router.add(Method::get, kPatchPath, show_patch);
}

} // namespace wt::web
