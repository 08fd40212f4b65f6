#include "web/pages/wrong.hpp"

#include "base/crypto.hpp"
#include "web/components/content.hpp"
#include "web/resources.hpp"
#include "web/sending_words.hpp"

namespace wt::web {

namespace {

Response show_form(Site& site, Request const& request, FormState const& state, int status)
{
    auto const& t = state.t;
    return show(
        site,
        request,
        {.title = t("Something was wrong"),
         .content = html<"{}{}{}{}">(
             error_summary(t, state.errors),
             heading(t("Something was wrong")),
             paragraph(t("With an officer, with a walk, or with how you were treated. You need no "
                         "proof, and no walk of ours.")),
             wrong_form(site, state, "/wrong", {})),
         .before = back_link(t, "/"),
         .has_errors = !state.errors.empty()},
        status);
}

/// GET /wrong
Response show_wrong(Site& site, Request const& request)
{
    Fields given;
    given.set("client_id", random_token());
    FieldErrors const none;
    return show_form(site, request, {request.t(), given, none}, 200);
}

/// POST /wrong
Response create_complaint(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto complaint = read_complaint(typed);
    complaint.facts.walk.reset(); // nobody here says whose page she comes from
    complaint.facts.officer.reset();
    auto errors = app::check_complaint(complaint);
    int status = 422;
    if (errors.empty() && !site.limits.allow_complaint(request.client, site.now())) {
        status = 429;
        errors.add("main", kManyComplaints);
    }
    if (!errors.empty()) {
        return show_form(site, request, {request.t(), typed, errors}, status);
    }
    return see_other("/wrong/" + app::complain(site.app, kVisitor, complaint, nullptr));
}

/// GET /wrong/{token}: what became of it.
Response show_complaint(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const complaint = app::require_complaint_by_link(site.app, request.path_text("token"));
    return show(
        site,
        request,
        {.title = t("What you told us was wrong"),
         .content = html<"{}{}{}{}">(
             heading(t("What you told us was wrong")),
             own_complaint(site, t, complaint),
             inset_text(paragraph(
                 t("Keep the address of this page: it is the only way back, and it shows how it "
                   "stands. Whoever has it can read it. Your words are not shown here."))),
             html<R"(<p class="govuk-body">{}</p>)">(link(t("Get help now"), "/help")))});
}

} // namespace

void add_wrong_routes(Router& router)
{
    router.add(Method::get, "/wrong", show_wrong);
    router.add(Method::post, "/wrong", create_complaint);
    router.add(Method::get, "/wrong/{token}", show_complaint);
}

} // namespace wt::web
