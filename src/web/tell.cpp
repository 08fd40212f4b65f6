#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/concern_form.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/help_lines.hpp"
#include "web/place_picker.hpp"
#include "web/resources.hpp"
#include "web/sending_words.hpp"

#include <fmt/format.h>

#include <array>

namespace wt::web {

namespace {

constexpr std::string_view kDraft = "tell";
constexpr std::array<std::string_view, 3> kInputs{"category", "severity", "felt"};

PlacePicker const& place()
{
    static constexpr PlacePicker kPicker{
        .search_label = N_("Where is it?"),
        .search_hint =
            N_("A street, a postcode, or a park or station by its name. If it is not found, "
               "a street beside it."),
        .another_label = N_("Another place instead"),
        .most = 1};
    return kPicker;
}

Response show_form(
    Site& site, Request const& request, FormState const& state, Fields const& draft, int status)
{
    auto const& t = state.t;
    auto const content = html<"{}{}{}{}{}">(
        place_picker(site, place(), state, draft, map_href_of(request)),
        category_question(state),
        severity_question(state),
        felt_question(state),
        button({.label = t("Send"), .name = "do", .value = "send"}));
    return show(
        site,
        request,
        {.title = t("Tell us about a place"),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, state.errors),
             heading(t("Tell us about a place")),
             paragraph(t("Where do you feel unsafe? We ask for no name, no contact and no words. "
                         "The place is shown as a street, only where enough people speak of the "
                         "same area, and it gets an answer in public.")),
             inset_text(html<R"(<p class="govuk-body">{}</p>)">(t.html(
                 "Nobody reads this as you send it. In danger now? Call {1}. To report a crime, "
                 "call {2}.",
                 {phone_link(site.app.settings()->emergency_number),
                  phone_link(site.app.settings()->non_emergency_number)}))),
             form({.action = "/tell", .content = content})),
         .before = back_link(t, "/"),
         .has_errors = !state.errors.empty(),
         .has_map = wants_map(request)},
        status);
}

/// What her browser keeps of it, with the id that makes two sendings one.
Fields draft_of(Site const& site, Request const& request)
{
    auto draft = find_draft(site, request, kDraft);
    if (!draft.has("client_id")) {
        draft.set("client_id", random_token());
    }
    return draft;
}

/// GET /tell
Response show_tell(Site& site, Request const& request)
{
    auto const draft = draft_of(site, request);
    FieldErrors const none;
    auto response = show_form(site, request, FormState{request.t(), draft, none}, draft, 200);
    keep_draft(site, response, kDraft, draft);
    return response;
}

FieldErrors errors_in(Fields const& draft)
{
    FieldErrors errors;
    if (places_in(draft).empty()) {
        errors.add("places", N_("Search for the place and choose it."));
    }
    check_choices(draft, errors);
    return errors;
}

/// Records the place. \pre `errors_in(draft)` is empty
void report(Site& site, Fields const& draft)
{
    auto const where = places_in(draft).front().point;
    app::NewConcern concern{
        .client_id = draft.get("client_id"),
        .digest = fmt::format(
            "{} {} {} {:.6f} {:.6f}",
            draft.get("category"),
            draft.get("severity"),
            draft.get("felt"),
            where.lat,
            where.lon),
        .source = ConcernSource::report};
    take_choices(draft, concern);
    app::record_concern(site.app, kVisitor, concern, where);
}

/// POST /tell: a button of the place picker, or "send".
Response create_report(Site& site, Request const& request)
{
    auto const typed = request.form();
    auto draft = draft_of(site, request);
    for (auto const input : kInputs) {
        draft.set_list(input, typed.list(input));
    }
    auto const picked = take_places(site, place(), typed, draft);
    auto errors = picked.is_press || !picked.errors.empty() ? picked.errors : errors_in(draft);
    int status = 422;
    if (errors.empty() && !picked.is_press &&
        !site.limits.allow_report(request.client, site.now())) {
        status = 429;
        errors.add("main", kManyReports);
    }
    if (errors.empty() && !picked.is_press) {
        try {
            report(site, draft);
            auto response = see_other("/tell/done");
            drop_draft(site, response, kDraft);
            return response;
        } catch (Refusal const& refusal) {
            errors.add("places", refusal.message());
        }
    }
    if (!errors.empty()) {
        auto response =
            show_form(site, request, FormState{request.t(), typed, errors}, draft, status);
        keep_draft(site, response, kDraft, draft);
        return response;
    }
    auto response = see_other("/tell");
    keep_draft(site, response, kDraft, draft);
    return response;
}

/// GET /tell/done
Response show_done(Site& site, Request const& request)
{
    auto const& t = request.t();
    return show(
        site,
        request,
        {.title = t("Thank you"),
         .content = html<"{}{}{}">(
             panel(t("Thank you"), escaped(t("The place is recorded. Nothing leads to you."))),
             paragraph(t("It waits for an answer from today: what is done about it, by whom, or "
                         "why not. Nothing is closed without one.")),
             bullets(
                 {link(t("What happened to other places"), "/concerns"),
                  link(t("Tell us about another place"), "/tell"),
                  link(t("Ask for a walk"), "/ask"),
                  link(t("Get help now"), "/help")}))});
}

} // namespace

void add_tell_routes(Router& router)
{
    router.add(Method::get, "/tell", show_tell);
    router.add(Method::post, "/tell", create_report);
    router.add(Method::get, "/tell/done", show_done);
}

} // namespace wt::web
