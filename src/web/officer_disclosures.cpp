#include "app/record_disclosure.hpp"
#include "base/crypto.hpp"
#include "base/text.hpp"
#include "daylight/zone.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/date_field.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/officer.hpp"
#include "web/resources.hpp"
#include "web/signed_in.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

/// "21:40" as minutes since midnight; nothing if it is no time.
std::optional<std::chrono::minutes> find_time(std::string_view typed)
{
    auto const parts = split(typed, ':');
    auto const hour = parts.size() == 2 ? find_integer(parts[0]) : std::nullopt;
    auto const minute = parts.size() == 2 ? find_integer(parts[1]) : std::nullopt;
    bool const is_time = hour && minute && *hour >= 0 && *hour < 24 && *minute >= 0 && *minute < 60;
    return is_time ? std::optional{std::chrono::hours{*hour} + std::chrono::minutes{*minute}}
                   : std::nullopt;
}

app::NewDisclosure read_disclosure(Site const& site, WalkId walk, Fields const& typed)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    auto const day = find_date(typed, "spoken_at");
    auto const time = find_time(typed.get("time"));
    return {
        .client_id = typed.get("client_id"),
        .walk = walk,
        .spoken_at = day && time ? zone.find_instant(*day, *time) : std::nullopt,
        .reference = typed.get("reference")};
}

/// Now, as the form shows it.
Fields fresh_fields(Site const& site)
{
    auto const local = daylight::require_zone(site.app.settings()->time_zone).local(site.now());
    Fields fields;
    fields.set("client_id", random_token());
    put_date(fields, "spoken_at", local.day);
    fields.set("time", fmt::format("{:02}:{:02}", local.hour, local.minute));
    return fields;
}

Html questions(FormState const& state)
{
    auto const& t = state.t;
    return html<"{}{}{}{}{}">(
        hidden_input("client_id", state.value("client_id")),
        date_input(
            {.name = "spoken_at",
             .legend = t("When did she tell you?"),
             .day_label = t("Day"),
             .month_label = t("Month"),
             .year_label = t("Year"),
             .hint = t("The 24 hours run from then."),
             .error = state.error("spoken_at"),
             .day = state.value("spoken_at-day"),
             .month = state.value("spoken_at-month"),
             .year = state.value("spoken_at-year")}),
        text_input(
            {.name = "time",
             .label = t("Time"),
             .hint = t("For example 21:40"),
             .value = state.value("time"),
             .autocomplete = "off",
             .width = 5,
             .spellcheck = false}),
        text_input(
            {.name = "reference",
             .label = t("Crime reference, if you have it already"),
             .hint = t("It can be added later."),
             .error = state.error("reference"),
             .value = state.value("reference"),
             .autocomplete = "off",
             .width = 20,
             .spellcheck = false}),
        button({.label = t("Hand it over")}));
}

Response
show_form(Site& site, Request const& request, WalkId walk, FormState const& state, int status)
{
    auto const& t = state.t;
    auto const title = t("She told you of a crime or of abuse");
    return show(
        site,
        request,
        {.title = title,
         .content = html<"{}{}{}{}{}">(
             error_summary(t, state.errors),
             heading(title),
             paragraph(t("This goes to safeguarding, outside your command unit, and to nobody "
                         "else. What she said is not written here: a crime must be recorded the "
                         "way your force does, within 24 hours of her words.")),
             form({.action = path_of(walk) + "/disclosures", .content = questions(state)}),
             inset_text(html<"{}{}">(
                 paragraph(t("Tell her that you must act on it even if she asks you not to, and "
                             "what happens next.")),
                 html<R"(<p class="govuk-body">{}</p>)">(
                     link(t("Help lines that you can show her"), "/help"))))),
         .before = back_link(t, path_of(walk)),
         .audience = Audience::officer,
         .has_errors = !state.errors.empty(),
         .has_exit = false},
        status);
}

/// GET /officer/walks/{walk}/disclosures/new
Response show_new(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const walk = app::open_own_walk(site.app, officer, request.path_id<WalkId>("walk"));
    FieldErrors const none;
    return show_form(site, request, walk.id, {request.t(), fresh_fields(site), none}, 200);
}

/// POST /officer/walks/{walk}/disclosures
Response create_disclosure(Site& site, Request const& request)
{
    auto const officer = require_staff(site, request);
    auto const typed = request.form();
    auto const walk = app::open_own_walk(site.app, officer, request.path_id<WalkId>("walk"));
    auto const disclosure = read_disclosure(site, walk.id, typed);
    auto const errors = app::check_disclosure(disclosure, walk.time.from, site.now());
    if (!errors.empty()) {
        return show_form(site, request, walk.id, {request.t(), typed, errors}, 422);
    }
    app::record_disclosure(site.app, officer, disclosure);
    return see_other(site, path_of(walk.id), N_("Safeguarding has it. It stands nowhere else."));
}

} // namespace

void add_officer_disclosures_routes(Router& router)
{
    router.add(Method::get, "/officer/walks/{walk}/disclosures/new", show_new);
    router.add(Method::post, "/officer/walks/{walk}/disclosures", create_disclosure);
}

} // namespace wt::web
