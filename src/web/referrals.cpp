#include "app/answer_referral.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "geo/geojson_writer.hpp"
#include "web/components/content.hpp"
#include "web/date_field.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/referral.hpp"
#include "web/resources.hpp"

/// What a partner reads and answers by its secret link, without an account.
namespace wt::web {

namespace {

Response show_page(
    Site& site, Request const& request, Fields const& typed, FieldErrors const& errors, int status)
{
    auto const& t = request.t();
    auto const token = request.path_text("token");
    auto const opened = app::require_referral(site.app, token);
    auto const& concern = opened.concern;
    FormState const state{t, typed, errors};
    auto const name =
        t("{1}: {2}",
          {t(title(concern.category)),
           place_in_words(site, t, concern.street, concern.ward, concern.bcu)});
    return show(
        site,
        request,
        {.title = name,
         .content = html<"{}{}{}">(
             error_summary(t, errors),
             heading(name),
             referral_view({.site = site, .opened = opened, .state = state, .token = token})),
         .has_errors = !errors.empty(),
         .has_map = true,
         .has_exit = false},
        status);
}

/// GET /referrals/{token}
Response show_referral(Site& site, Request const& request)
{
    return show_page(site, request, {}, {}, 200);
}

/// GET /referrals/{token}/place.geojson: the middle of the stretch, for the map.
Response show_place(Site& site, Request const& request)
{
    auto const opened = app::require_referral(site.app, request.path_text("token"));
    GeoJsonWriter writer;
    writer.add_point(
        opened.concern.segment.midpoint,
        {{"category", code_in(kCategories, opened.concern.category)},
         {"state", code_in(kConcernStates, opened.concern.state)}});
    return content("application/geo+json", std::move(writer).finish());
}

app::PartnerAnswer read_answer(Fields const& typed)
{
    auto const to = find_integer(typed.get("to")).value_or(0);
    return {
        .reply = find_in(kReplies, typed.get("reply")).value_or(Reply::accept),
        .sentence = typed.get("sentence"),
        .whose = typed.get("whose"),
        .due = find_date(typed, "due"),
        .to = to > 0 ? std::optional{PartnerId{to}} : std::nullopt,
        .version = static_cast<int>(find_integer(typed.get("version")).value_or(0))};
}

/// Everything that is wrong at once: what cannot be read, and what `app` says of the rest.
FieldErrors errors_in(Site& site, Request const& request, Fields const& typed)
{
    auto const opened = app::require_referral(site.app, request.path_text("token"));
    auto const answer = read_answer(typed);
    FieldErrors errors;
    if (!find_in(kReplies, typed.get("reply"))) {
        errors.add("reply", N_("Choose what you say."));
    }
    bool const is_no_date = has_date(typed, "due") && !answer.due;
    for (auto const& error : app::check_partner_answer(site.app, opened, answer).list()) {
        bool const is_date = error.field == "due" && is_no_date;
        errors.add(
            error.field, is_date ? Message{N_("Enter a date, like 17 12 2026.")} : error.message);
    }
    return errors;
}

/// POST /referrals/{token}/answers
Response create_answer(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto errors = errors_in(site, request, typed);
    if (!errors.empty()) {
        return show_page(site, request, typed, errors, 422);
    }
    auto const opened = app::require_referral(site.app, request.path_text("token"));
    try {
        app::answer_referral(site.app, opened.person(), opened.referral.id, read_answer(typed));
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::conflict) {
            throw;
        }
        errors.add("main", refusal.message());
        return show_page(site, request, typed, errors, 409);
    }
    return see_other(
        site, referral_path(request.path_text("token")), N_("Thank you. The answer is public."));
}

} // namespace

void add_referrals_routes(Router& router)
{
    router.add(Method::get, "/referrals/{token}", show_referral);
    router.add(Method::get, "/referrals/{token}/place.geojson", show_place);
    router.add(Method::post, "/referrals/{token}/answers", create_answer);
}

} // namespace wt::web
