#include "app/areas.hpp"
#include "app/disclosures.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/form.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/moments.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

constexpr auto kPath = "/safeguarding/disclosures";

std::string path_of(DisclosureId id)
{
    return fmt::format("{}/{}", kPath, id.value);
}

/// A disclosure has no name, so the end of its number tells it from others.
std::string name_of(Texts const& t, DisclosureId id)
{
    return t("Disclosure {1}", {fmt::format("{:04}", id.value % 10'000)});
}

Html clock_tag(Texts const& t, app::Disclosure const& disclosure, Instant now)
{
    auto const hours =
        static_cast<long>(hours_left_or_late(disclosure.facts.spoken_at, now).count());
    switch (disclosure.clock) {
    case DisclosureClock::running:
        return tag(t.n("{1} hour left", "{1} hours left", hours), "green");
    case DisclosureClock::short_of_time:
        return hours == 0 ? tag(t("Less than an hour left"), "orange")
                          : tag(t.n("{1} hour left", "{1} hours left", hours), "orange");
    case DisclosureClock::late:
        return hours == 0 ? tag(t("Late since just now"), "red")
                          : tag(t.n("{1} hour late", "{1} hours late", hours), "red");
    case DisclosureClock::stopped:
        break;
    }
    return {};
}

Html state_tag(Texts const& t, DisclosureState state)
{
    return tag(
        t(title(state)),
        state == DisclosureState::unread ? "purple"
        : state == DisclosureState::read ? "blue"
                                         : "grey");
}

/// GET /safeguarding/disclosures: the most urgent first.
Response show_list(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const person = require_staff(site, request);
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    Table list{
        .caption = t("Disclosures, the most urgent first"),
        .head = {t("Number"), t("She spoke"), t("Must be recorded"), t("State"), t("How it came")},
        .rows = {},
        .caption_is_hidden = true};
    for (auto const& disclosure : app::list_disclosures(site.app, person)) {
        list.rows.push_back(
            {link(name_of(t, disclosure.id), path_of(disclosure.id)),
             escaped(moment_in_words(t, zone, disclosure.facts.spoken_at)),
             clock_tag(t, disclosure, site.now()),
             state_tag(t, disclosure.state),
             escaped(t(title(disclosure.facts.source)))});
    }
    return show(
        site,
        request,
        {.title = t("Disclosures"),
         .content = html<"{}{}{}">(
             heading(t("Disclosures")),
             paragraph(t("A crime or abuse that was told on a walk, or written to a desk. A crime "
                         "must be recorded within 24 hours of her words. What she said is not "
                         "kept here; ask the officer. Each look is logged.")),
             list.rows.empty() ? paragraph(t("There are none.")) : table(list)),
         .audience = Audience::safeguarding,
         .is_wide = true,
         .has_exit = false});
}

struct View
{
    Site const& site;
    Texts const& t;
    app::OpenDisclosure const& open;
    daylight::Zone zone;
};

Html facts_of(View const& view)
{
    auto const& t = view.t;
    auto const& disclosure = view.open.disclosure;
    auto const& facts = disclosure.facts;
    std::vector<SummaryRow> rows{
        {.key = t("State"),
         .value = html<"{} {}">(
             state_tag(t, disclosure.state), clock_tag(t, disclosure, view.site.now()))},
        {.key = t("She spoke"), .value = escaped(moment_in_words(t, view.zone, facts.spoken_at))},
        {.key = t("How it came"), .value = escaped(t(title(facts.source)))}};
    if (view.open.walk) {
        auto const& walk = *view.open.walk;
        auto const areas = view.site.app.areas();
        rows.push_back(
            {.key = t("Walk"),
             .value = html<"{}<br>{}, {}">(
                 span_in_words(t, view.zone, walk.time),
                 areas->require_ward(walk.ward).name,
                 areas->require_bcu(walk.bcu).name)});
        std::vector<Html> officers;
        for (auto const& officer : walk.officers) {
            auto const named =
                t("{1}, collar number {2}", {officer.public_name, officer.collar_number});
            bool const was_told = facts.officer == officer.id;
            officers.push_back(
                was_told ? html<"<strong>{}</strong> ({})">(named, t("she was told"))
                         : escaped(named));
        }
        rows.push_back({.key = t("Officers"), .value = bullets(officers)});
    } else {
        rows.push_back(
            {.key = t("Walk"), .value = escaped(t("None: it was written without a walk"))});
    }
    rows.push_back(
        {.key = t("Crime reference"),
         .value = escaped(facts.reference.empty() ? t("Not yet") : facts.reference)});
    if (facts.outcome) {
        rows.push_back({.key = t("Outcome"), .value = escaped(t(title(*facts.outcome)))});
    }
    return summary_list(rows);
}

Html history_of(View const& view)
{
    auto const& t = view.t;
    std::vector<Html> items;
    for (auto const& step : view.open.steps) {
        items.push_back(html<"<strong>{}</strong>{}{}<br>{}">(
            t(title(step.step)),
            step.staff.empty() ? "" : ", ",
            step.staff,
            moment_in_words(t, view.zone, step.at)));
    }
    return html<"{}{}">(heading(t("What was done"), 2, "m"), bullets(items));
}

Html version_input(app::Disclosure const& disclosure)
{
    return hidden_input("version", std::to_string(disclosure.version));
}

Html take_on_form(Texts const& t, app::Disclosure const& disclosure)
{
    return disclosure.state != DisclosureState::unread
               ? Html{}
               : form(
                     {.action = path_of(disclosure.id) + "/reader",
                      .content = html<"{}{}">(
                          version_input(disclosure), button({.label = t("I take this on")}))});
}

Html crime_form(FormState const& state, app::Disclosure const& disclosure)
{
    auto const& t = state.t;
    return html<"{}{}">(
        heading(t("The crime is recorded"), 2, "m"),
        form(
            {.action = path_of(disclosure.id) + "/crime",
             .content = html<"{}{}{}">(
                 version_input(disclosure),
                 text_input(
                     {.name = "reference",
                      .label = t("Crime reference"),
                      .error = state.error("reference"),
                      .value = state.typed.has("reference") ? state.value("reference")
                                                            : disclosure.facts.reference,
                      .autocomplete = "off",
                      .width = 20,
                      .spellcheck = false}),
                 button(
                     {.label = t("It is recorded under this reference"),
                      .is_secondary = disclosure.state == DisclosureState::unread}))}));
}

Html closing_form(FormState const& state, app::Disclosure const& disclosure)
{
    auto const& t = state.t;
    if (disclosure.state == DisclosureState::unread) {
        return {};
    }
    Choices question{
        .name = "outcome",
        .legend = t("What became of it?"),
        .choices = {},
        .error = state.error("outcome"),
        .chosen = state.values("outcome"),
        .is_small = true};
    for (auto const& outcome : kDisclosureOutcomes) {
        question.choices.push_back(
            {.value = std::string{outcome.code}, .label = t(title(outcome.value))});
    }
    return html<"{}{}">(
        heading(t("Close it"), 2, "m"),
        form(
            {.action = path_of(disclosure.id) + "/closure",
             .content = html<"{}{}{}">(
                 version_input(disclosure),
                 radios(question),
                 button({.label = t("Close it"), .is_secondary = true}))}));
}

Response show_one(
    Site& site,
    Request const& request,
    Person const& person,
    FormState const& state,
    int status = 200)
{
    auto const& t = request.t();
    auto const open =
        app::open_disclosure(site.app, person, request.path_id<DisclosureId>("disclosure"));
    auto const& disclosure = open.disclosure;
    View const view{site, t, open, daylight::require_zone(site.app.settings()->time_zone)};
    auto const forms = disclosure.state == DisclosureState::closed
                           ? Html{}
                           : html<"{}{}{}">(
                                 take_on_form(t, disclosure),
                                 crime_form(state, disclosure),
                                 closing_form(state, disclosure));
    return show(
        site,
        request,
        {.title = name_of(t, disclosure.id),
         .content = html<"{}{}{}{}{}">(
             error_summary(t, state.errors),
             heading(name_of(t, disclosure.id)),
             facts_of(view),
             forms,
             history_of(view)),
         .before = back_link(t, kPath),
         .audience = Audience::safeguarding,
         .has_errors = !state.errors.empty(),
         .has_exit = false},
        status);
}

/// GET /safeguarding/disclosures/{disclosure}
Response show_disclosure(Site& site, Request const& request)
{
    FieldErrors const none;
    return show_one(site, request, require_staff(site, request), {request.t(), Fields{}, none});
}

/// Does `act` and shows the disclosure again; what was not taken stands beside `field`, or above
/// the page where somebody else was quicker.
template <class Act>
Response
act(Site& site, Request const& request, char const* field, Message const& done, Act const& act)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto const id = request.path_id<DisclosureId>("disclosure");
    auto const version = static_cast<int>(find_integer(typed.get("version")).value_or(0));
    try {
        act(person, id, version, typed);
    } catch (Refusal const& refusal) {
        bool const is_conflict = refusal.kind() == Refusal::conflict;
        if (!is_conflict && refusal.kind() != Refusal::invalid_input) {
            throw;
        }
        FieldErrors errors;
        errors.add(is_conflict ? "main" : field, refusal.message());
        return show_one(
            site, request, person, {request.t(), typed, errors}, is_conflict ? 409 : 422);
    }
    return see_other(site, path_of(id), done);
}

/// POST /safeguarding/disclosures/{disclosure}/reader
Response create_reader(Site& site, Request const& request)
{
    return act(
        site,
        request,
        "main",
        N_("You have taken it on."),
        [&](Person const& person, DisclosureId id, int version, Fields const&) {
            app::take_on_disclosure(site.app, person, id, version);
        });
}

/// POST /safeguarding/disclosures/{disclosure}/crime
Response create_crime(Site& site, Request const& request)
{
    return act(
        site,
        request,
        "reference",
        N_("The crime is recorded. The clock has stopped."),
        [&](Person const& person, DisclosureId id, int version, Fields const& typed) {
            app::record_crime(site.app, person, id, version, typed.get("reference"));
        });
}

/// POST /safeguarding/disclosures/{disclosure}/closure
Response create_closure(Site& site, Request const& request)
{
    return act(
        site,
        request,
        "outcome",
        N_("It is closed."),
        [&](Person const& person, DisclosureId id, int version, Fields const& typed) {
            auto const outcome = find_in(kDisclosureOutcomes, typed.get("outcome"));
            if (!outcome) {
                throw Refusal{Refusal::invalid_input, N_("Choose what became of it.")};
            }
            app::close_disclosure(site.app, person, id, version, *outcome);
        });
}

} // namespace

void add_safeguarding_routes(Router& router)
{
    router.add(Method::get, kPath, show_list);
    router.add(Method::get, "/safeguarding/disclosures/{disclosure}", show_disclosure);
    router.add(Method::post, "/safeguarding/disclosures/{disclosure}/reader", create_reader);
    router.add(Method::post, "/safeguarding/disclosures/{disclosure}/crime", create_crime);
    router.add(Method::post, "/safeguarding/disclosures/{disclosure}/closure", create_closure);
}

} // namespace wt::web
