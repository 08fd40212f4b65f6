#include "app/queue.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

constexpr auto kPath = "/desk/queue";

app::QueueFilter read_filter(Site const& site, Person const& person, Fields const& query)
{
    return {
        .bcu = desk_unit(site, person, query),
        .state = find_in(kRequestStates, query.get("state")).value_or(RequestState::waiting),
        .after = find_queue_key(query.get("after"))};
}

Html counts(Texts const& t, app::QueuePage const& page)
{
    struct Count
    {
        RequestState state;
        std::int64_t number;
    };
    Html items;
    for (auto const [state, number] :
         {Count{RequestState::waiting, page.waiting},
          Count{RequestState::proposed, page.proposed},
          Count{RequestState::booked, page.booked}}) {
        items += html<R"(<li><a class="wt-count" href="{}"><b>{}</b> {}</a></li>)">(
            list_address(kPath, {{"state", std::string{code_in(kRequestStates, state)}}}),
            number,
            tag_of(t, state));
    }
    return html<R"(<ul class="wt-counts">{}</ul>)">(items);
}

std::vector<Html> row_of(Site const& site, Texts const& t, store::StoredRequest const& request)
{
    Html history;
    if (request.first_for_next) {
        history += tag(t("First for the next date"), "orange");
    }
    if (request.postponed > 0) {
        history += html<" {}">(t.n("put off once", "put off {1} times", request.postponed));
    }
    return {
        request_link(t, request.id),
        escaped(ward_name(site, request.ward)),
        escaped(waited_in_words(t, request.waiting_since, site.now())),
        html<"{}">(request.party),
        escaped(request.may_share ? t("Yes") : t("No")),
        history};
}

/// GET /desk/queue: who waits, who has a proposal, who is booked.
Response show_queue(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const& t = request.t();
    auto const filter = read_filter(site, person, request.query);
    auto const page = app::list_queue(site.app, person, filter);
    Table list{
        .caption = t("Requests in the order in which they are served"),
        .head =
            {t("Request"), t("Ward"), t("Has waited"), t("Women"), t("Would share"), t("Before")},
        .rows = {},
        .is_numeric = {false, false, false, true}};
    for (auto const& entry : page.requests) {
        list.rows.push_back(row_of(site, t, entry));
    }
    auto const next = page.next
                          ? list_address(
                                kPath,
                                {{"state", std::string{code_in(kRequestStates, filter.state)}},
                                 {"after", key_text(*page.next)}})
                          : std::string{};
    return show_desk(
        site,
        request,
        person,
        {.title = t("Queue"),
         .content = html<"{}{}{}{}">(
             counts(t, page),
             html<"<p class=\"govuk-body\">{}</p>">(
                 t.html("Shown: {1}", {tag_of(t, filter.state)})),
             page.requests.empty() ? paragraph(t("Nobody is here.")) : table(list),
             pagination(t, "", next))});
}

Html walks_of(Site const& site, Texts const& t, std::vector<store::StoredWalk> const& walks)
{
    if (walks.empty()) {
        return paragraph(t("She has had no walk yet."));
    }
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Table list{
        .caption = t("Her walks"), .head = {t("When"), t("Walk"), t("Her place")}, .rows = {}};
    for (auto const& walk : walks) {
        list.rows.push_back(
            {link(span_in_words(t, zone, walk.time), fmt::format("/desk/walks/{}", walk.id.value)),
             tag_of(t, walk.state),
             walk.places.empty() ? Html{} : tag_of(t, walk.places.front().state)});
    }
    return table(list);
}

Html facts_of(Site const& site, Texts const& t, store::StoredRequest const& request)
{
    return summary_list({
        {.key = t("State"), .value = tag_of(t, request.state)},
        {.key = t("Ward"), .value = escaped(ward_name(site, request.ward))},
        {.key = t("Has waited"),
         .value = escaped(waited_in_words(t, request.waiting_since, site.now()))},
        {.key = t("Women"), .value = html<"{}">(request.party)},
        {.key = t("Would share a walk"), .value = escaped(request.may_share ? t("Yes") : t("No"))},
        {.key = t("Put off"), .value = html<"{}">(request.postponed)},
        {.key = t("First for the next date"),
         .value = escaped(request.first_for_next ? t("Yes") : t("No"))},
    });
}

Html person_facts(Texts const& t, std::optional<app::RequestPerson> const& she)
{
    if (!she) {
        return inset_text(paragraph(t("She has had her data erased. Nothing is left to show.")));
    }
    std::vector<SummaryRow> rows{
        {.key = t("Name"), .value = escaped(she->name)},
        {.key = t("Contact"),
         .value =
             escaped(she->contact.empty() ? t("None: she looks at her own page") : she->contact)},
        {.key = t("Wants messages"), .value = escaped(she->wants_messages ? t("Yes") : t("No"))}};
    if (!she->is_kept) {
        rows.push_back({.key = t("What she needs"), .value = escaped(t("No longer kept"))});
        return summary_list(rows);
    }
    rows.push_back(
        {.key = t("Needs a way without steps"),
         .value = escaped(she->step_free ? t("Yes") : t("No"))});
    rows.push_back(
        {.key = t("Would like to speak"),
         .value = escaped(she->language.empty() ? t("English") : she->language)});
    return summary_list(rows);
}

/// Below the facts: either the question why, or what was opened.
Response show_one(
    Site& site,
    Request const& request,
    Person const& person,
    Html const& person_part,
    FieldErrors const& errors)
{
    auto const& t = request.t();
    auto const id = request.path_id<RequestId>("request");
    auto const opened = app::open_desk_request(site.app, person, id);
    return show_desk(
        site,
        request,
        person,
        {.title = t("A request in {1}", {ward_name(site, opened.request.ward)}),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, errors),
             facts_of(site, t, opened.request),
             walks_of(site, t, opened.walks),
             heading(t("Who she is"), 2, "m"),
             person_part),
         .back = kPath,
         .has_errors = !errors.empty()},
        errors.empty() ? 200 : 422);
}

Html person_question(Request const& request, FormState const& state)
{
    return form(
        {.action = fmt::format("/desk/requests/{}/person", request.path_text("request")),
         .content = html<"{}{}">(
             reason_question(state, kPersonReasons),
             button({.label = state.t("Show her name and contact"), .is_secondary = true}))});
}

/// GET /desk/requests/{request}: how a request stands; nothing personal.
Response show_request(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    Fields const nothing;
    return show_one(
        site, request, person, person_question(request, {request.t(), nothing, {}}), {});
}

/// POST /desk/requests/{request}/person: her name, contact and needs, for a reason. Not a redirect:
/// what is personal is shown once and has no address of its own.
Response show_person(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto const reason = read_reason(typed, kPersonReasons);
    if (reason == app::Reason::none) {
        FieldErrors errors;
        errors.add("reason", N_("Say why you need to know who she is."));
        return show_one(
            site, request, person, person_question(request, {request.t(), typed, errors}), errors);
    }
    auto const she =
        app::open_request_person(site.app, person, request.path_id<RequestId>("request"), reason);
    return show_one(site, request, person, person_facts(request.t(), she), {});
}

} // namespace

void add_desk_queue_routes(Router& router)
{
    router.add(Method::get, kPath, show_queue);
    router.add(Method::get, "/desk/requests/{request}", show_request);
    router.add(Method::post, "/desk/requests/{request}/person", show_person);
}

} // namespace wt::web
