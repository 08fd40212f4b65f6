#include "web/pages/hotspots.hpp"

#include "app/areas.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/desk.hpp"
#include "web/pages/desk_concern.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace wt::web {

namespace {

std::string_view colour_of(HotspotState state)
{
    switch (state) {
    case HotspotState::proposed:
        return "yellow";
    case HotspotState::confirmed:
        return "red";
    case HotspotState::active:
        return "blue";
    case HotspotState::cooling:
        return "turquoise";
    case HotspotState::expired:
        return "grey";
    }
    return "grey";
}

/// Three digits are enough to see how sure the rule is.
std::string chance_in_words(double chance)
{
    return chance < 0.001 ? "< 0.001" : fmt::format("{:.3f}", chance);
}

std::string one_digit(double number)
{
    return fmt::format("{:.1f}", number);
}

Html findings_table(Texts const& t, std::vector<store::StoredFinding> const& findings)
{
    Table list{
        .caption = t("Why it was called, week by week"),
        .head =
            {t("Search of"), t("Women"), t("Said"), t("Expected"), t("p"), t("q"), t("Emerging")},
        .rows = {},
        .is_numeric = {false, true, true, true, true, true}};
    for (auto const& finding : findings) {
        list.rows.push_back(
            {escaped(date_in_words(t, finding.day)),
             html<"{}">(finding.women),
             html<"{}">(finding.spoken),
             escaped(one_digit(finding.expected)),
             escaped(chance_in_words(finding.p)),
             escaped(chance_in_words(finding.q)),
             escaped(finding.is_emerging ? t("Yes") : t("No"))});
    }
    return table(list);
}

Html segments_table(Texts const& t, std::vector<store::HotspotSegment> const& segments)
{
    Table list{
        .caption = t("Its segments of street"),
        .head = {t("Street"), t("Middle (latitude, longitude)")},
        .rows = {}};
    for (auto const& [segment, street] : segments) {
        list.rows.push_back(
            {escaped(street.empty() ? t("A street without a name") : street),
             escaped(fmt::format("{:.5f}, {:.5f}", segment.midpoint.lat, segment.midpoint.lon))});
    }
    return table(list);
}

Html concerns_table(
    Site const& site, Texts const& t, std::vector<store::StoredConcern> const& concerns)
{
    if (concerns.empty()) {
        return paragraph(t("No concern stands there now."));
    }
    Table list{
        .caption = t("Concerns there"),
        .head = {t("Concern"), t("Raised"), t("How"), t("State")},
        .rows = {}};
    for (auto const& concern : concerns) {
        list.rows.push_back(
            {link(
                 t("{1}: {2}",
                   {t(title(concern.category)),
                    place_in_words(site, t, concern.street, concern.ward, concern.bcu)}),
                 desk_path(concern.id)),
             escaped(date_in_words(t, concern.raised)),
             escaped(t(title(concern.source))),
             tag_of(t, concern.state)});
    }
    return table(list);
}

Html events_table(Texts const& t, std::vector<store::StoredHotspotEvent> const& events)
{
    Table list{
        .caption = t("What happened to it"),
        .head = {t("Day"), t("What"), t("State then"), t("Note")},
        .rows = {}};
    for (auto const& event : events) {
        list.rows.push_back(
            {escaped(date_in_words(t, event.day)),
             event.other
                 ? html<"{} {}">(t(title(event.kind)), link(t("See it"), desk_path(*event.other)))
                 : escaped(t(title(event.kind))),
             tag_of(t, event.state),
             escaped(event.note)});
    }
    return table(list);
}

Html visits_table(
    Texts const& t, HotspotId hotspot, std::vector<store::StoredVisit> const& visits, bool may_note)
{
    if (visits.empty()) {
        return paragraph(t("No visit is planned and none was made."));
    }
    Table list{
        .caption = t("Visits"),
        .head = {t("Planned for"), t("Minutes"), t("Made on"), t("Minutes")},
        .rows = {},
        .is_numeric = {false, true, false, true}};
    for (auto const& visit : visits) {
        auto const made = link(
            t("Note that it was made"), fmt::format("{}/visits/{}", desk_path(hotspot), visit.id));
        list.rows.push_back(
            {escaped(date_in_words(t, visit.planned_day)),
             html<"{}">(visit.planned_minutes),
             visit.delivered_day ? escaped(date_in_words(t, *visit.delivered_day))
             : may_note          ? made
                                 : escaped(t("Not yet")),
             visit.delivered_day ? html<"{}">(visit.delivered_minutes) : Html{}});
    }
    return table(list);
}

std::string version_text(app::OpenHotspot const& opened)
{
    return std::to_string(opened.seen.hotspot.version);
}

std::string limit_hint(Texts const& t)
{
    return t("You can enter up to {1} characters", {std::to_string(kMostOfANote)});
}

} // namespace

std::string desk_path(HotspotId hotspot)
{
    return fmt::format("{}/{}", kDeskHotspotsPath, hotspot.value);
}

Html tag_of(Texts const& t, HotspotState state)
{
    return tag(t(title(state)), colour_of(state));
}

std::string place_in_words(Site const& site, Texts const& t, app::SeenHotspot const& seen)
{
    auto const streets = seen.streets();
    auto const ward = ward_name(site, seen.hotspot.ward);
    return streets.empty() ? t("Streets without a name – {1}", {ward})
                           : t("{1} – {2}", {fmt::format("{}", fmt::join(streets, ", ")), ward});
}

Html hotspots_table(Site const& site, Texts const& t, std::vector<app::SeenHotspot> const& seen)
{
    if (seen.empty()) {
        return paragraph(t("No hotspot is proposed or confirmed."));
    }
    Table list{
        .caption = t("Hotspots, the proposed ones first"),
        .head =
            {t("Where"),
             t("State"),
             t("By"),
             t("Women"),
             t("Said"),
             t("Expected"),
             t("q"),
             t("Found first")},
        .rows = {},
        .is_numeric = {false, false, false, true, true, true, true}};
    for (auto const& each : seen) {
        auto const& [hotspot, latest, segments] = each;
        list.rows.push_back(
            {link(place_in_words(site, t, each), desk_path(hotspot.id)),
             html<"{} {}">(
                 tag_of(t, hotspot.state),
                 latest.is_emerging ? tag(t("Emerging"), "orange") : Html{}),
             escaped(t(title(hotspot.family))),
             html<"{}">(latest.women),
             html<"{}">(latest.spoken),
             escaped(one_digit(latest.expected)),
             escaped(chance_in_words(latest.q)),
             escaped(date_in_words(t, hotspot.first_day))});
    }
    return table(list);
}

Html hotspot_facts(Site const& site, Texts const& t, app::OpenHotspot const& opened)
{
    auto const& hotspot = opened.seen.hotspot;
    std::vector<SummaryRow> rows{
        {.key = t("State"), .value = tag_of(t, hotspot.state)},
        {.key = t("Called by"), .value = escaped(t(title(hotspot.family)))},
        {.key = t("Found first"), .value = escaped(date_in_words(t, hotspot.first_day))},
        {.key = t("Found last"), .value = escaped(date_in_words(t, hotspot.last_day))}};
    if (hotspot.came_from) {
        rows.push_back(
            {.key = t("Split off"), .value = link(t("See it"), desk_path(*hotspot.came_from))});
    }
    if (hotspot.ended_in) {
        rows.push_back(
            {.key = t("Went into"), .value = link(t("See it"), desk_path(*hotspot.ended_in))});
    }
    return html<"{}{}{}{}{}{}{}">(
        summary_list(rows),
        paragraph(t(
            "More women than chance explains said that they feel unsafe here. “Said” counts each "
            "woman once in each segment and quarter; “expected” is what as many walks, or as much "
            "street, bring elsewhere; p and q say how sure that is, not how bad. It forecasts no "
            "crime and says nothing of a person or an address.")),
        findings_table(t, opened.findings),
        concerns_table(site, t, opened.concerns),
        visits_table(t, hotspot.id, opened.visits, hotspot.state != HotspotState::expired),
        segments_table(t, opened.seen.segments),
        events_table(t, opened.events));
}

Html visit_fields(FormState const& state)
{
    auto const& t = state.t;
    return html<"{}{}">(
        date_input(
            {.name = "day",
             .legend = t("Day"),
             .day_label = t("Day"),
             .month_label = t("Month"),
             .year_label = t("Year"),
             .error = state.error("day"),
             .day = state.value("day-day"),
             .month = state.value("day-month"),
             .year = state.value("day-year")}),
        text_input(
            {.name = "minutes",
             .label = t("Minutes"),
             .error = state.error("minutes"),
             .value = state.value("minutes"),
             .inputmode = "numeric",
             .width = 4}));
}

Html hotspot_forms(FormState const& state, app::OpenHotspot const& opened)
{
    auto const& t = state.t;
    auto const& hotspot = opened.seen.hotspot;
    auto const path = desk_path(hotspot.id);
    auto const version = hidden_input("version", version_text(opened));
    Html forms;
    if (hotspot.state == HotspotState::proposed) {
        forms += html<"{}{}">(
            heading(t("Confirm it"), 2, "m"),
            form(
                {.action = path + "/confirmation",
                 .content = html<"{}{}{}">(
                     paragraph(t("The public sees a confirmed hotspot, as closely as enough women "
                                 "spoke of the place.")),
                     version,
                     button({.label = t("Confirm this hotspot")}))}));
    }
    if (hotspot.state != HotspotState::expired) {
        forms += html<"{}{}">(
            heading(t("Plan a visit"), 2, "m"),
            form(
                {.action = path + "/visits",
                 .content =
                     html<"{}{}">(visit_fields(state), button({.label = t("Plan this visit")}))}));
    }
    if (is_standing(hotspot.state)) {
        forms += html<"{}{}">(
            heading(t("Evaluate patrols"), 2, "m"),
            bullets({link(t("Plan an evaluation"), path + "/evaluation")}));
    }
    forms += html<"{}{}">(
        heading(t("Write a note"), 2, "m"),
        form(
            {.action = path + "/notes",
             .content = html<"{}{}">(
                 textarea(
                     {.name = "note",
                      .label = t("Note"),
                      .hint = t("For the desk and oversight. Name nobody."),
                      .error = state.error("note"),
                      .value = state.value("note"),
                      .rows = 3,
                      .max_characters = static_cast<int>(kMostOfANote),
                      .limit_hint = limit_hint(t)}),
                 button({.label = t("Keep this note"), .is_secondary = true}))}));
    if (hotspot.state != HotspotState::expired) {
        forms += html<"{}{}">(
            heading(t("End it"), 2, "m"),
            form(
                {.action = path + "/ending",
                 .content = html<"{}{}{}">(
                     textarea(
                         {.name = "why",
                          .label = t("Why it is no hotspot, or none any more"),
                          .hint = t("It is not proposed again for a quarter. Name nobody."),
                          .error = state.error("why"),
                          .value = state.value("why"),
                          .rows = 3,
                          .max_characters = static_cast<int>(kMostOfANote),
                          .limit_hint = limit_hint(t)}),
                     version,
                     button({.label = t("End this hotspot"), .is_warning = true}))}));
    }
    return forms;
}

namespace {

std::string public_place_of(Site const& site, Texts const& t, app::PublicHotspot const& hotspot)
{
    std::vector<std::string> names = hotspot.streets;
    for (auto const ward : hotspot.wards) {
        names.push_back(ward_name(site, ward));
    }
    if (names.empty()) {
        return t("In {1}", {site.app.areas()->require_bcu(hotspot.bcu).name});
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Concerns that were told the same.
struct ToldAlike
{
    ConcernState state = ConcernState::open;
    std::string sentence;
    std::vector<Html> links{};
};

std::vector<ToldAlike> told_alike(Texts const& t, std::vector<app::PublicConcern> const& concerns)
{
    std::vector<ToldAlike> told;
    for (auto const& concern : concerns) {
        auto const sentence =
            concern.latest ? concern.latest->sentence : t("There is no answer yet.");
        auto group = std::ranges::find_if(told, [&](ToldAlike const& each) {
            return each.state == concern.state && each.sentence == sentence;
        });
        if (group == told.end()) {
            group = told.insert(told.end(), {.state = concern.state, .sentence = sentence});
        }
        group->links.push_back(
            link(t(title(concern.category)), fmt::format("/concerns/{}", concern.id.value)));
    }
    return told;
}

/// What is being done: each latest answer there with the concerns it was given to, and visits by
/// month.
Html done_about(Texts const& t, app::PublicHotspot const& hotspot)
{
    std::vector<Html> items;
    for (auto const& told : told_alike(t, hotspot.concerns)) {
        items.push_back(html<"{} {}{}">(tag_of(t, told.state), told.sentence, bullets(told.links)));
    }
    for (auto const& visits : hotspot.visits) {
        items.push_back(escaped(
            t("{1}: {2}",
              {month_in_words(t, visits.month),
               t.n("{1} visit was made", "{1} visits were made", visits.count)})));
    }
    return items.empty() ? paragraph(t("What is done about it is not public yet."))
                         : bullets(items);
}

} // namespace

Html public_hotspots_list(
    Site const& site, Texts const& t, std::vector<app::PublicHotspot> const& hotspots)
{
    if (hotspots.empty()) {
        return paragraph(t("Nothing is shown here yet."));
    }
    Html items;
    for (auto const& hotspot : hotspots) {
        items += html<
            R"(<li class="wt-concern" id="hotspot-{}"><h3 class="govuk-heading-s">{}</h3><p class="govuk-body">{} {}</p>{}</li>)">(
            hotspot.id.value,
            public_place_of(site, t, hotspot),
            tag_of(t, hotspot.state),
            t("Found in {1}", {month_in_words(t, hotspot.month)}),
            done_about(t, hotspot));
    }
    return html<R"(<ul class="wt-concerns">{}</ul>)">(items);
}

} // namespace wt::web
