#include "app/answer_concern.hpp"
#include "app/concerns.hpp"
#include "app/merge_concerns.hpp"
#include "app/owners.hpp"
#include "app/permission.hpp"
#include "app/redact_words.hpp"
#include "app/settings.hpp"
#include "app/take_back_answer.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "daylight/zone.hpp"
#include "web/answer_form.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/desk_answers.hpp"
#include "web/pages/desk_concern.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

constexpr auto kPath = "/desk/concerns";
constexpr auto kOnCallPath = "/desk/on-call";

std::vector<Html>
row_of(Site const& site, Texts const& t, Person const& person, app::DeskConcern const& entry)
{
    auto const& concern = entry.concern;
    auto const place = place_in_words(site, t, concern.street, concern.ward, concern.bcu);
    bool const can_be_chosen = app::may(person, app::Action::answer_concern, concern.bcu) &&
                               !concern.lead && concern.state != ConcernState::withdrawn;
    return {
        link(place, desk_path(concern.id)),
        can_be_chosen ? row_checkbox(
                            "concern",
                            std::to_string(concern.id.value),
                            t("Choose {1}, raised {2}", {place, date_in_words(t, concern.raised)}))
                      : Html{},
        escaped(t(title(concern.category))),
        escaped(t(severity_title(concern.severity))),
        escaped(date_in_words(t, concern.raised)),
        html<"{} {} {} {}">(
            tag_of(t, concern.state),
            concern.owner == StaffId{person.id} ? tag(t("Mine"), "turquoise") : Html{},
            late_tag(t, entry.clock),
            concern.lead ? tag(t("Together"), "grey") : Html{})};
}

/// The list, for whoever may answer with a way to answer what is chosen in it at one time.
Html choosing_form(Texts const& t, Person const& person, BcuId bcu, Table const& list)
{
    if (!app::may(person, app::Action::answer_concern, bcu)) {
        return table(list);
    }
    return form(
        {.action = kDeskAnswersPath,
         .content = html<R"({}{}<p class="govuk-body">{}</p>)">(
             table(list),
             button({.label = t("Answer the chosen ones at one time"), .is_secondary = true}),
             link(t("Templates"), kDeskTemplatesPath)),
         .method = "get"});
}

/// Until when she is on call, and how she says so; nothing for who is of no desk.
Html on_call_form(Site& site, Texts const& t, Person const& person)
{
    if (!app::may(person, app::Action::go_on_call)) {
        return {};
    }
    auto const until = app::find_on_call(site.app, person);
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Select hours{.name = "hours", .label = t("From now on I am on call for"), .options = {}};
    for (int const count : {4, 8, 12, app::kLongestOnCall}) {
        hours.options.push_back({std::to_string(count), t.n("{1} hour", "{1} hours", count)});
    }
    hours.options.push_back({"0", t("No time: I am not on call")});
    return html<"{}{}{}">(
        heading(t("On call"), 2, "m"),
        paragraph(
            until ? t("You are on call until {1}.", {moment_in_words(t, zone, *until)})
                  : t("You are not on call. Colleagues see first who is, when they hand over what "
                      "cannot wait.")),
        form(
            {.action = kOnCallPath,
             .content =
                 html<"{}{}">(select(hours), button({.label = t("Save"), .is_secondary = true}))}));
}

/// POST /desk/on-call
Response change_on_call(Site& site, Request const& request)
{
    constexpr long long kTooMany = 1000;
    auto const person = require_staff(site, request);
    auto const hours = find_integer(request.form().get("hours")).value_or(-1);
    app::go_on_call(site.app, person, static_cast<int>(std::clamp(hours, -1LL, kTooMany)));
    return see_other(site, kPath, hours > 0 ? N_("You are on call.") : N_("You are not on call."));
}

/// GET /desk/concerns: oldest first, with their clocks.
Response show_concerns(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto choice = read_concern_choice(request.query);
    choice.bcu = desk_unit(site, person, request.query);
    auto const page = app::list_concerns(
        site.app,
        person,
        {.bcu = *choice.bcu,
         .ward = choice.ward,
         .category = choice.category,
         .state = choice.state,
         .owner = choice.owner,
         .after = choice.after});
    Table list{
        .caption = t("Concerns, oldest first"),
        .head = {t("Place"), t("Choose"), t("About"), t("How bad"), t("Raised"), t("State")},
        .rows = {},
        .caption_is_hidden = true};
    for (auto const& entry : page.concerns) {
        list.rows.push_back(row_of(site, t, person, entry));
    }
    auto next = choice;
    next.after = page.next;
    return show_desk(
        site,
        request,
        person,
        {.title = t("Concerns"),
         .content = html<"{}{}{}{}">(
             concern_filter(
                 site,
                 t,
                 {.path = kPath,
                  .chosen = choice,
                  .has_bcu = !person.bcu.has_value(),
                  .has_withdrawn = true,
                  .has_owner = true}),
             page.concerns.empty() ? paragraph(t("There are no such concerns."))
                                   : choosing_form(t, person, *choice.bcu, list),
             pagination(t, "", page.next ? list_address(kPath, next) : ""),
             on_call_form(site, t, person))});
}

/// What a form left behind: nothing, or what was typed and why it was not taken.
struct Outcome
{
    Fields typed{};
    FieldErrors errors{};
    std::optional<Message> conflict{};
    std::optional<std::string> words{};
};

Response show_one(Site& site, Request const& request, Person const& person, Outcome const& outcome)
{
    auto const& t = request.t();
    auto const opened = app::open_concern(site.app, person, request.path_id<ConcernId>("concern"));
    auto const& concern = opened.concern.concern;
    auto const partners = app::list_partner_offers(site.app, concern);
    auto const referrals = app::list_referrals_of(site.app, person, concern.id);
    auto const owners = app::list_owners(site.app, person, concern.id);
    auto const companions = app::list_companions(site.app, person, concern.id);
    FormState const state{t, outcome.typed, outcome.errors};
    auto const conflict =
        outcome.conflict
            ? warning_text(
                  t,
                  html<"{} {}">(
                      t(*outcome.conflict),
                      t("Nothing of yours is published, and it is still in the form below.")))
            : Html{};
    int status = 200;
    if (outcome.conflict) {
        status = 409;
    } else if (!outcome.errors.empty()) {
        status = 422;
    }
    return show_desk(
        site,
        request,
        person,
        {.title =
             t("{1}: {2}",
               {t(title(concern.category)),
                place_in_words(site, t, concern.street, concern.ward, concern.bcu)}),
         .content = html<"{}{}{}">(
             error_summary(t, outcome.errors),
             conflict,
             desk_concern_view(
                 {.site = site,
                  .opened = opened,
                  .state = state,
                  .may_answer = app::may(person, app::Action::answer_concern, concern.bcu),
                  .may_take_back = app::may_take_back(site.app, person, opened.answers),
                  .partners = partners,
                  .referrals = referrals,
                  .companions = companions,
                  .may_merge = app::may(person, app::Action::merge_concerns, concern.bcu),
                  .owners = owners,
                  .words_part = outcome.words})),
         .back = kPath,
         .has_errors = !outcome.errors.empty()},
        status);
}

/// GET /desk/concerns/{concern}
Response show_concern(Site& site, Request const& request)
{
    return show_one(site, request, require_staff(site, request), {});
}

/// POST /desk/concerns/{concern}/words: her words, for a reason. Not a redirect: what is hers is
/// shown once and has no address of its own.
Response show_words(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    Outcome outcome{.typed = request.form()};
    auto const reason = read_reason(outcome.typed, kWordsReasons);
    if (reason == app::Reason::none) {
        outcome.errors.add("reason", N_("Say why you need to read her words."));
    } else {
        outcome.words =
            app::read_words(site.app, person, request.path_id<ConcernId>("concern"), reason)
                .value_or("");
    }
    return show_one(site, request, person, outcome);
}

/// POST /desk/concerns/{concern}/answers
Response create_answer(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const id = request.path_id<ConcernId>("concern");
    Outcome outcome{.typed = request.form()};
    auto const answer = read_answer(outcome.typed);
    outcome.errors =
        errors_in_answer(outcome.typed, answer, app::check_answer(site.app, id, answer));
    if (!outcome.errors.empty()) {
        return show_one(site, request, person, outcome);
    }
    auto const version = find_integer(outcome.typed.get("version")).value_or(0);
    try {
        app::answer_concern(
            site.app,
            person,
            id,
            static_cast<int>(version),
            answer,
            {.partner = find_partner(outcome.typed),
             .corrects = find_id<AnswerId>(outcome.typed, "corrects")});
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::conflict) {
            throw;
        }
        outcome.conflict = refusal.message();
        return show_one(site, request, person, outcome);
    }
    return see_other(site, desk_path(id), N_("The answer is public."));
}

/// POST /desk/concerns/{concern}/answers/{answer}/withdrawal
Response take_answer_back(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    app::take_back_answer(site.app, person, request.path_id<AnswerId>("answer"));
    return see_other(
        site, desk_path(request.path_id<ConcernId>("concern")), N_("The answer is taken back."));
}

/// POST /desk/concerns/{concern}/merged: another one follows this one.
Response create_merged(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const lead = request.path_id<ConcernId>("concern");
    auto const form = request.form();
    app::merge_concern(
        site.app, person, lead, find_id<ConcernId>(form, "concern").value_or(ConcernId{}));
    return see_other(site, desk_path(lead), N_("They are answered together from now on."));
}

/// POST /desk/concerns/{concern}/lead/withdrawal: it stands by itself again.
Response leave_lead(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const id = request.path_id<ConcernId>("concern");
    app::separate_concern(site.app, person, id);
    return see_other(site, desk_path(id), N_("It is answered by itself again."));
}

/// POST /desk/concerns/{concern}/owner: she sees to it, or nobody does.
Response change_owner(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const id = request.path_id<ConcernId>("concern");
    auto const form = request.form();
    auto const version = find_integer(form.get("version")).value_or(0);
    app::hand_over_concern(
        site.app, person, id, static_cast<int>(version), find_id<StaffId>(form, "owner"));
    return see_other(site, desk_path(id), N_("The concern is handed over."));
}

/// POST /desk/concerns/{concern}/words/redactions: a part of her words goes.
Response create_redaction(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const id = request.path_id<ConcernId>("concern");
    auto const form = request.form();
    Outcome outcome;
    auto const why = find_in(kRedactionReasons, form.get("why"));
    if (!why) {
        outcome.errors.add("why", N_("Choose why these words go."));
    }
    if (trimmed(form.get("passage")).empty()) {
        outcome.errors.add("passage", N_("Write the words to be removed as they stand in hers."));
    }
    if (!outcome.errors.empty()) {
        // Her words are not shown again without another reason, nor what was copied of them.
        outcome.typed.set("why", form.get("why"));
        return show_one(site, request, person, outcome);
    }
    app::redact_words(site.app, person, id, form.get("passage"), *why);
    return see_other(site, desk_path(id), N_("These words are gone."));
}

} // namespace

void add_desk_concerns_routes(Router& router)
{
    router.add(Method::get, kPath, show_concerns);
    router.add(Method::get, "/desk/concerns/{concern}", show_concern);
    router.add(Method::post, kOnCallPath, change_on_call);
    router.add(Method::post, "/desk/concerns/{concern}/words", show_words);
    router.add(Method::post, "/desk/concerns/{concern}/answers", create_answer);
    router.add(Method::post, "/desk/concerns/{concern}/words/redactions", create_redaction);
    router.add(Method::post, "/desk/concerns/{concern}/owner", change_owner);
    router.add(Method::post, "/desk/concerns/{concern}/merged", create_merged);
    router.add(Method::post, "/desk/concerns/{concern}/lead/withdrawal", leave_lead);
    router.add(
        Method::post, "/desk/concerns/{concern}/answers/{answer}/withdrawal", take_answer_back);
}

} // namespace wt::web
