#include "app/areas.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/mine.hpp"
#include "web/pages/moments.hpp"
#include "web/pages/route.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

std::string walk_path(MineView const& view, app::OwnWalk const& walk)
{
    return fmt::format("{}/walks/{}", mine_path(view.she), walk.id.value);
}

bool is_proposal(app::OwnWalk const& walk)
{
    return walk.place == PlaceState::proposed;
}

Html officers_in_words(Texts const& t, app::OwnWalk const& walk)
{
    Html items;
    for (auto const& officer : walk.officers) {
        items += html<"<li>{}</li>">(
            t("{1}, collar number {2}", {officer.public_name, officer.collar_number}));
    }
    return html<R"(<ul class="govuk-list">{}</ul>)">(items);
}

/// On a shared walk she is told where she meets others once she has said yes.
Html meeting_in_words(MineView const& view, app::OwnWalk const& walk)
{
    auto const& t = view.t;
    if (!walk.route.meeting.label.empty()) {
        return escaped(walk.route.meeting.label);
    }
    if (walk.is_shared && is_proposal(walk)) {
        return escaped(
            t("In {1}. Other women are asked to walk with you, so you see the place once you have "
              "said yes.",
              {view.site.app.areas()->require_ward(walk.ward).name}));
    }
    return escaped(t("No longer kept"));
}

Html facts(MineView const& view, app::OwnWalk const& walk)
{
    auto const& t = view.t;
    auto const zone = daylight::require_zone(view.site.app.settings()->time_zone);
    std::vector<SummaryRow> rows{
        {.key = t("When"),
         .value = html<"{} ({})">(
             span_in_words(t, zone, walk.time), clock_in_words(zone, walk.time.from))},
        {.key = t("Where you meet"), .value = meeting_in_words(view, walk)},
        {.key = t("Your officers"), .value = officers_in_words(t, walk)},
        {.key = t("Your two words"),
         .value = html<R"(<strong class="wt-two-words">{}</strong>)">(walk.word)}};
    if (is_proposal(walk)) {
        rows.push_back(
            {.key = t("Answer by"), .value = escaped(moment_in_words(t, zone, walk.deadline_at))});
    }
    return summary_list(rows);
}

Html how_to_check(MineView const& view)
{
    auto const& t = view.t;
    auto const settings = view.site.app.settings();
    return details(
        t("How to check the officers"),
        html<"{}{}">(
            bullets(
                {escaped(t("When you meet, wait for the officers to say your two words. You do "
                           "not say them first.")),
                 t.html(
                     "Enter a collar number and the two words at {1}. It answers yes or no, and "
                     "the officers have no part in it.",
                     {link(t("Check an officer"), "/officers/check")}),
                 escaped(
                     t("Or call {1} and ask whether these officers walk here tonight.",
                       {settings->non_emergency_number}))}),
            paragraph(
                t("If anything is not right, do not go with them. Go where people are, and call "
                  "{1}.",
                  {settings->emergency_number}))));
}

/// What she should know before she says anything on the walk.
Html what_they_must_do(Texts const& t)
{
    return inset_text(html<R"({}<p class="govuk-body">{}</p>)">(
        paragraph(t("Officers must act on a crime, or on someone in danger, even if you ask them "
                    "not to. What you tell them about a crime or abuse goes to safeguarding, not "
                    "into the list of places.")),
        link(t("Who helps without the police"), "/help")));
}

Html refuse_officers(MineView const& view, app::OwnWalk const& walk)
{
    auto const& t = view.t;
    Html forms;
    for (auto const& officer : walk.officers) {
        forms += form(
            {.action = walk_path(view, walk) + "/officer-refusals",
             .content = html<"{}{}">(
                 hidden_input("officer", std::to_string(officer.id.value)),
                 button(
                     {.label = t("Not with {1}", {officer.public_name}), .is_secondary = true}))});
    }
    return details(
        t("I'd rather not walk with one of these officers"),
        html<"{}{}">(
            paragraph(t("You need no reason, and the officer never learns of it. You keep your "
                        "place in the queue and get another date.")),
            forms));
}

Html choices(MineView const& view, app::OwnWalk const& walk)
{
    auto const& t = view.t;
    auto const path = walk_path(view, walk);
    auto const refusal = [&](std::string label) {
        return form(
            {.action = path + "/refusal",
             .content = button({.label = std::move(label), .is_secondary = true})});
    };
    if (is_proposal(walk)) {
        return html<R"(<div class="wt-choices">{}{}</div>{})">(
            form(
                {.action = path + "/acceptance",
                 .content = button({.label = t("Yes, I will come")})}),
            refusal(t("Ask for another time")),
            refuse_officers(view, walk));
    }
    return html<R"(<p class="govuk-body">{}</p>{}{})">(
        link(t("Put it in my calendar"), path + "/calendar.ics"),
        details(
            t("Cancel this walk"),
            html<"{}{}">(
                paragraph(t("You keep your place in the queue, and we look for another time.")),
                refusal(t("Cancel this walk")))),
        refuse_officers(view, walk));
}

} // namespace

bool is_ahead(app::OwnWalk const& walk)
{
    bool const is_hers = walk.place == PlaceState::proposed || walk.place == PlaceState::accepted;
    return is_hers && (walk.state == WalkState::proposed || walk.state == WalkState::confirmed ||
                       walk.state == WalkState::started);
}

Html walk_card(MineView const& view, app::OwnWalk const& walk)
{
    auto const& t = view.t;
    auto const title =
        is_proposal(walk) ? t("Held for you until you answer") : t("Your walk is agreed");
    bool const can_choose = walk.state != WalkState::started;
    return html<R"(<section class="wt-walk">{}{}{}{}{}{}{}</section>
)">(heading(title, 2, "m"),
        facts(view, walk),
        can_choose ? choices(view, walk) : Html{},
        how_to_check(view),
        what_they_must_do(t),
        route_in_words(t, walk.route),
        route_on_map(
            view.site,
            t,
            walk.route,
            {.geojson_href = walk_path(view, walk) + "/route.geojson",
             .show_href = view.has_map ? "" : mine_path(view.she) + "?map=1"}));
}

} // namespace wt::web
