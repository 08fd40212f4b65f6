#include "web/pages/evaluations.hpp"

#include "web/components/content.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

/// GET /evaluations: whether patrols changed what women say, for anyone.
Response show_evaluations(Site& site, Request const& request)
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = t("Did patrols change it?"),
         .content = html<"{}{}{}">(
             heading(t("Did patrols change it?")),
             paragraph(
                 t("What is compared is locked before the patrols begin, and what comes out is "
                   "published whatever it is. The fingerprint shows that nothing was changed "
                   "since. A difference tells no cause: other things change as well.")),
             public_evaluations_list(site, t, app::public_evaluations(site.app))),
         .before = back_link(t, "/hotspots")});
}

} // namespace

void add_evaluations_routes(Router& router)
{
    router.add(Method::get, "/evaluations", show_evaluations);
}

} // namespace wt::web
