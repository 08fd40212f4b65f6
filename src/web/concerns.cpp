#include "app/areas.hpp"
#include "app/what_happened.hpp"
#include "web/components/content.hpp"
#include "web/feed.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/map_box.hpp"
#include "web/pages/moments.hpp"
#include "web/public_document.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

constexpr auto kPath = "/concerns";
constexpr auto kPoints = "/concerns/points.geojson";
constexpr auto kFeed = "/concerns/feed.atom";

app::PublicFilter filter_of(ConcernChoice const& choice)
{
    return {
        .bcu = choice.bcu,
        .ward = choice.ward,
        .category = choice.category,
        .state = choice.state,
        .after = choice.after};
}

std::string place_of(Site const& site, Texts const& t, app::PublicConcern const& concern)
{
    return place_in_words(site, t, concern.street_told(), concern.ward, concern.bcu);
}

/// How it stands, and since when.
Html state_line(Texts const& t, app::PublicConcern const& concern)
{
    return html<R"(<p class="govuk-body">{} {} {}</p>)">(
        tag_of(t, concern.state),
        late_tag(t, concern.clock),
        t("Raised in {1}", {month_in_words(t, concern.month)}));
}

Html item_of(Site const& site, Texts const& t, app::PublicConcern const& concern)
{
    auto const answer = concern.latest ? paragraph(concern.latest->sentence) : Html{};
    return html<
        R"(<li class="wt-concern"><h3 class="govuk-heading-s"><a class="govuk-link" href="{}">{}<span class="wt-place"> – {}</span></a></h3>{}{}</li>)">(
        fmt::format("{}/{}", kPath, concern.id.value),
        t(title(concern.category)),
        place_of(site, t, concern),
        state_line(t, concern),
        answer);
}

Html list_of(Site const& site, Texts const& t, app::WhatHappened const& shown)
{
    if (shown.concerns.empty()) {
        return paragraph(t("Nothing is shown here yet."));
    }
    Html items;
    for (auto const& concern : shown.concerns) {
        items += item_of(site, t, concern);
    }
    return html<R"(<ul class="wt-concerns">{}</ul>)">(items);
}

/// GET /concerns: what women said and what became of it. List first, map beside it.
Response show_concerns(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const choice = read_concern_choice(request.query);
    auto const shown = app::what_happened(site.app, filter_of(choice));
    auto points = choice;
    points.after.reset();
    auto next = choice;
    next.after = shown.next;
    return show(
        site,
        request,
        {.title = t("What happened"),
         .content = html<"{}{}{}{}{}{}">(
             heading(t("What happened")),
             paragraph(
                 t("What women told us, where, and what became of it. A concern stands at the "
                   "middle of a stretch of street, and only where several women spoke. The "
                   "words of the women are never shown.")),
             concern_filter(site, t, {.path = kPath, .chosen = choice, .has_bcu = true}),
             list_beside_map(
                 site,
                 t,
                 html<"{}{}{}">(
                     heading(t("Concerns, newest first"), 2, "m"),
                     list_of(site, t, shown),
                     pagination(t, "", shown.next ? list_address(kPath, next) : "")),
                 {.label = t("Map of what women told us. The list has the same and more."),
                  .points = list_address(kPoints, points),
                  .parent = kPath}),
             bullets(
                 {link(t("Where many women feel unsafe: the hotspots"), "/hotspots"),
                  link(
                      t("Get news of an area by mail"),
                      list_address("/news", {.bcu = choice.bcu, .ward = choice.ward})),
                  link(t("Follow the answers as a feed (Atom)"), list_address(kFeed, points))}),
             paragraph(
                 t("To keep anyone from finding out who told us, a concern joins this list on the "
                   "Monday after it was told, and where fewer than {1} different people of a "
                   "command unit have told us anything, nothing is shown yet.",
                   {std::to_string(site.app.settings()->publication_threshold)}))),
         .before = back_link(t, "/"),
         .has_map = true,
         .is_wide = true});
}

Html map_of(Site const& site, Texts const& t, app::PublicConcern const& concern)
{
    if (!concern.point) {
        return {};
    }
    return map_box(
        site,
        {.label = t("Map of the place"),
         .points = list_address(kPoints, {.bcu = concern.bcu, .ward = concern.ward}),
         .parent = kPath,
         .centre = concern.point,
         .zoom = 16});
}

/// GET /concerns/{concern}: one concern with every answer it had.
Response show_concern(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto const history = app::public_history(site.app, request.path_id<ConcernId>("concern"));
    auto const& concern = history.concern;
    auto const name = t("{1}: {2}", {t(title(concern.category)), place_of(site, t, concern)});
    auto const answers =
        history.answers.empty()
            ? paragraph(t("There is no answer yet. Each concern has a clock, and nothing is closed "
                          "without an answer."))
            : answer_history(site, t, history.answers);
    return show(
        site,
        request,
        {.title = name,
         .content = html<"{}{}{}{}{}">(
             heading(name),
             state_line(t, concern),
             heading(t("What was answered"), 2, "m"),
             answers,
             map_of(site, t, concern)),
         .before = back_link(t, kPath),
         .has_map = concern.point.has_value()});
}

/// GET /concerns/points.geojson
Response show_points(Site& site, Request const& request)
{
    auto const choice = read_concern_choice(request.query);
    return public_document(site, "application/geo+json", list_address(kPoints, choice), [&] {
        return app::what_happened_geojson(site.app, filter_of(choice));
    });
}

/// The newest answers, for who follows them.
std::string feed_of(Site& site, Texts const& t, ConcernChoice const& choice)
{
    auto const& url = site.app.installation.public_url;
    Feed feed{
        .href = url + list_address(kFeed, choice),
        .page_href = url + list_address(kPath, choice),
        .title = t("Walk and Talk: what happened"),
        .author = site.app.settings()->force_name,
        .language = t.language().code,
        .updated = site.now(),
        .entries = {}};
    for (auto const& [concern, answer] : app::newest_answers(site.app, filter_of(choice))) {
        auto const href = fmt::format("{}{}/{}", url, kPath, concern.id.value);
        feed.entries.push_back(
            {.id = fmt::format("{}#{}", href, to_milliseconds(answer.answered_at)),
             .href = href,
             .title =
                 t("{1}: {2}, {3}",
                   {t(title(concern.category)), place_of(site, t, concern), t(title(answer.kind))}),
             .summary = answer.sentence,
             .author = answer.body,
             .updated = answer.answered_at});
    }
    if (!feed.entries.empty()) {
        feed.updated = feed.entries.front().updated;
    }
    return to_atom(feed);
}

/// GET /concerns/feed.atom
Response show_feed(Site& site, Request const& request)
{
    auto const& t = request.t();
    auto choice = read_concern_choice(request.query);
    choice.after.reset();
    auto const key = fmt::format("{} {}", t.language().code, list_address(kFeed, choice));
    return public_document(
        site, "application/atom+xml", key, [&] { return feed_of(site, t, choice); });
}

} // namespace

void add_concerns_routes(Router& router)
{
    router.add(Method::get, kFeed, show_feed);
    router.add(Method::get, kPath, show_concerns);
    router.add(Method::get, kPoints, show_points);
    router.add(Method::get, "/concerns/{concern}", show_concern);
}

} // namespace wt::web
