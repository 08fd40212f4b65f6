#include "web/pages/officer.hpp"

#include "app/areas.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/moments.hpp"
#include "web/pages/patch.hpp"
#include "web/pages/route.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

char const* words_of(WalkState state)
{
    switch (state) {
    case WalkState::proposed:
        return N_("Waiting for her answer");
    case WalkState::confirmed:
        return N_("Agreed");
    case WalkState::started:
        return N_("Under way");
    case WalkState::held:
        return N_("Done");
    case WalkState::called_away:
        return N_("Called away");
    case WalkState::missed:
        return N_("Did not happen");
    case WalkState::cancelled:
        return N_("Cancelled");
    }
    return N_("Cancelled");
}

Html tag_of(Texts const& t, WalkState state)
{
    bool const is_live = state == WalkState::confirmed || state == WalkState::started;
    return tag(t(words_of(state)), is_live ? "green" : "grey");
}

bool is_over(store::StoredWalk const& walk, Instant now)
{
    bool const is_open = walk.state == WalkState::proposed || walk.state == WalkState::confirmed;
    return walk.state != WalkState::started && (!is_open || walk.time.to < now);
}

Html walk_item(Site const& site, Texts const& t, store::StoredWalk const& walk)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    return html<
        R"(<li class="wt-card"><h3 class="govuk-heading-m"><a class="wt-card__link" href="{}">{}</a></h3><p class="govuk-body">{} {}</p></li>)">(
        path_of(walk.id),
        span_in_words(t, zone, walk.time),
        site.app.areas()->require_ward(walk.ward).name,
        tag_of(t, walk.state));
}

Html walk_list(std::string const& title, Html const& items)
{
    return items.empty() ? Html{}
                         : html<R"({}<ul class="wt-cards wt-cards--one">{}</ul>)">(
                               heading(title, 2, "m"), items);
}

Html facts(OfficerWalkView const& view)
{
    auto const& [site, t, walk, has_map] = view;
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    std::string officers;
    for (auto const& officer : walk.officers) {
        officers += (officers.empty() ? "" : ", ") + officer.public_name;
    }
    std::vector<SummaryRow> rows{
        {.key = t("When"), .value = escaped(span_in_words(t, zone, walk.time))}};
    if (!walk.route.meeting.label.empty()) {
        rows.push_back({.key = t("Where you meet"), .value = escaped(walk.route.meeting.label)});
    }
    if (!walk.route.safe_place.empty()) {
        rows.push_back({.key = t("Bring her to"), .value = escaped(walk.route.safe_place)});
    }
    rows.push_back({.key = t("Officers"), .value = escaped(officers)});
    return summary_list(rows);
}

Html two_words(OfficerWalkView const& view)
{
    auto const& t = view.t;
    return html<
        R"(<div class="wt-say"><p class="govuk-body">{}</p><p class="wt-two-words">{}</p></div>)">(
        t("Say these two words first, before she says anything:"), view.walk.word);
}

Html companion(Texts const& t, app::WalkCompanion const& she)
{
    std::vector<Html> facts;
    if (she.party > 1) {
        facts.push_back(
            escaped(t.n("{1} person in her group", "{1} people in her group", long{she.party})));
    }
    if (she.step_free) {
        facts.push_back(html<"<strong>{}</strong>">(t("Needs a way without steps")));
    }
    if (she.in_order) {
        facts.push_back(escaped(t("The stops are her usual way: keep to their order")));
    }
    if (!she.language.empty()) {
        facts.push_back(escaped(t("Would like to speak: {1}", {she.language})));
    }
    if (she.place == PlaceState::absent) {
        facts.push_back(escaped(t("Did not come")));
    }
    if (!she.is_kept) {
        facts.push_back(escaped(t("What she asked for is no longer kept")));
    }
    auto const words =
        she.words.empty() ? Html{} : html<R"(<p class="govuk-body wt-words">{}</p>)">(she.words);
    return html<R"(<li class="wt-concern">{}{}{}</li>)">(
        heading(she.name, 3, "s"), facts.empty() ? Html{} : bullets(facts), words);
}

Html companions(OfficerWalkView const& view)
{
    auto const& t = view.t;
    Html items;
    for (auto const& she : view.walk.companions) {
        items += companion(t, she);
    }
    return html<"{}{}">(
        heading(t("Who comes"), 2, "m"),
        items.empty() ? paragraph(t("Nobody has said yes yet."))
                      : html<R"(<ul class="govuk-list">{}</ul>)">(items));
}

Html stops(OfficerWalkView const& view)
{
    auto const& t = view.t;
    auto const places = list_places(view.walk.route);
    if (places.empty()) {
        return {};
    }
    Html items;
    for (std::size_t i = 0; i < places.size(); ++i) {
        auto const label = i == 0 ? t("{1} (you meet here)", {places[i].label}) : places[i].label;
        auto const record =
            view.walk.state != WalkState::started
                ? Html{}
                : html<
                      R"(<a class="govuk-button govuk-button--secondary" href="{}">{}<span class="govuk-visually-hidden">: {}</span></a>)">(
                      fmt::format("{}/concerns/new?place={}", path_of(view.walk.id), i),
                      t("Record here"),
                      places[i].label);
        items += html<R"(<li class="wt-places__item"><span>{}</span>{}</li>)">(label, record);
    }
    return html<R"({}<ol class="wt-places">{}</ol>)">(heading(t("Stops"), 2, "m"), items);
}

Html recorded(OfficerWalkView const& view)
{
    auto const& t = view.t;
    std::vector<Html> items;
    for (auto const& concern : view.walk.concerns) {
        items.push_back(html<"<strong>{}</strong>, {}{}{}<br>{}">(
            t(title(concern.category)),
            t(severity_title(concern.severity)),
            concern.street.empty() ? "" : ", ",
            concern.street,
            t(title(concern.source))));
    }
    return items.empty() ? Html{}
                         : html<"{}{}">(
                               heading(
                                   t.n("{1} concern recorded",
                                       "{1} concerns recorded",
                                       static_cast<long>(items.size())),
                                   2,
                                   "m"),
                               bullets(items));
}

/// What is no concern: a crime or abuse, and what the officers must tell her about it.
Html disclosure_part(OfficerWalkView const& view)
{
    auto const& t = view.t;
    auto const state = view.walk.state;
    if (state == WalkState::cancelled || state == WalkState::missed ||
        state == WalkState::proposed) {
        return {};
    }
    return inset_text(html<R"({}<p class="govuk-body">{}</p>)">(
        paragraph(t("Before she says anything, tell her: you must act on a crime, or on someone "
                    "in danger, even if she asks you not to.")),
        link(
            t("She told you of a crime or of abuse"), path_of(view.walk.id) + "/disclosures/new")));
}

/// What she can press now: within reach of a thumb, at the lower edge of the screen.
Html actions(OfficerWalkView const& view)
{
    auto const& t = view.t;
    auto const path = path_of(view.walk.id);
    auto const called_away =
        button({.label = t("Called away"), .href = path + "/called-away", .is_secondary = true});
    if (view.walk.state == WalkState::confirmed) {
        return html<R"(<div class="wt-bar">{}{}{}</div>)">(
            form(
                {.action = path + "/start", .content = button({.label = t("We have met: start")})}),
            button({.label = t("Nobody came"), .href = path + "/missed", .is_secondary = true}),
            called_away);
    }
    if (view.walk.state == WalkState::started) {
        return html<R"(<div class="wt-bar">{}{}{}</div>)">(
            button({.label = t("Record a concern"), .href = path + "/concerns/new"}),
            button({.label = t("Finish"), .href = path + "/end", .is_secondary = true}),
            called_away);
    }
    if (view.walk.state == WalkState::held) {
        return html<R"(<p class="govuk-body">{}</p>)">(
            link(t("Three questions about the walk, if you like"), path + "/survey"));
    }
    return {};
}

/// A page below the walk's own.
Page walk_part(OfficerWalkView const& view, std::string title, Html content)
{
    return {
        .title = std::move(title),
        .content = std::move(content),
        .before = back_link(view.t, path_of(view.walk.id)),
        .audience = Audience::officer,
        .has_exit = false};
}

} // namespace

std::string path_of(WalkId walk)
{
    return fmt::format("/officer/walks/{}", walk.value);
}

Page officer_walks_page(
    Site const& site, Texts const& t, std::vector<store::StoredWalk> const& walks)
{
    Html next;
    Html over;
    for (auto const& walk : walks) {
        (is_over(walk, site.now()) ? over : next) += walk_item(site, t, walk);
    }
    auto const none = next.empty() ? paragraph(t("You have no walk ahead.")) : Html{};
    return {
        .title = t("My walks"),
        .content = html<R"({}{}{}{}<p class="govuk-body">{}</p>)">(
            heading(t("My walks")),
            none,
            walk_list(t("Next"), next),
            walk_list(t("Over"), over),
            link(
                t("My patch: what was said, promised and done in a ward, on one sheet"),
                kPatchPath)),
        .audience = Audience::officer,
        .has_exit = false};
}

Page officer_walk_page(OfficerWalkView const& view)
{
    auto const& t = view.t;
    auto const& walk = view.walk;
    auto const path = path_of(walk.id);
    auto const ward = view.site.app.areas()->require_ward(walk.ward).name;
    auto const title = t("Walk in {1}", {ward});
    return {
        .title = title,
        .content = html<R"({}<p class="govuk-body">{}</p>{}{}{}{}{}{}{}{}{})">(
            heading(title),
            tag_of(t, walk.state),
            two_words(view),
            facts(view),
            disclosure_part(view),
            companions(view),
            recorded(view),
            stops(view),
            route_in_words(t, walk.route),
            route_on_map(
                view.site,
                t,
                walk.route,
                {.geojson_href = path + "/route.geojson",
                 .show_href = view.has_map ? "" : path + "?map=1"}),
            actions(view)),
        .before = back_link(t, "/officer/walks"),
        .audience = Audience::officer,
        .has_map = view.has_map,
        .has_exit = false};
}

Page called_away_page(OfficerWalkView const& view, FormState const& state)
{
    auto const& t = view.t;
    auto const questions = html<"{}{}">(
        text_input(
            {.name = "safe_place",
             .label = t("Where does she want to be brought?"),
             .hint = t("Ask her, and bring her there. In up to 100 characters; not her address."),
             .error = state.error("safe_place"),
             .value = state.value("safe_place"),
             .max_length = 100}),
        button({.label = t("We are called away"), .is_warning = true}));
    auto page = walk_part(
        view,
        t("Called away"),
        html<"{}{}{}{}">(
            error_summary(t, state.errors),
            heading(t("Called away")),
            paragraph(t("Never leave her on the way. She is told at once that she is first for "
                        "the next date.")),
            form({.action = path_of(view.walk.id) + "/called-away", .content = questions})));
    page.has_errors = !state.errors.empty();
    return page;
}

Page missed_page(OfficerWalkView const& view)
{
    auto const& t = view.t;
    return walk_part(
        view,
        t("Nobody came"),
        html<"{}{}{}">(
            heading(t("Nobody came")),
            paragraph(t("Wait at least 15 minutes where you said you would meet. They are told "
                        "that you did not meet, and wait for another date without asking again.")),
            form(
                {.action = path_of(view.walk.id) + "/missed",
                 .content = button({.label = t("The walk did not happen")})})));
}

Page end_page(OfficerWalkView const& view)
{
    auto const& t = view.t;
    Choices absent{
        .name = "absent",
        .legend = t("Who did not come?"),
        .choices = {},
        .hint = t("Leave it empty if everyone came.")};
    for (auto const& she : view.walk.companions) {
        absent.choices.push_back(
            {.value = std::to_string(she.request.value),
             .label = she.name,
             .hint = {},
             .conditional = {}});
    }
    return walk_part(
        view,
        t("Finish the walk"),
        html<"{}{}">(
            heading(t("Finish the walk")),
            form(
                {.action = path_of(view.walk.id) + "/end",
                 .content = html<"{}{}">(
                     absent.choices.empty() ? Html{} : checkboxes(absent),
                     button({.label = t("The walk is done")}))})));
}

std::vector<app::NamedPlace> list_places(app::PrivateWalk const& route)
{
    if (route.meeting.label.empty()) {
        return {};
    }
    std::vector<app::NamedPlace> places{route.meeting};
    places.insert(places.end(), route.stops.begin(), route.stops.end());
    return places;
}

} // namespace wt::web
