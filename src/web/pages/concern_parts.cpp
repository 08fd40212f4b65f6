#include "web/pages/concern_parts.hpp"

#include "app/areas.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/moments.hpp"

namespace wt::web {

namespace {

std::string_view colour_of(ConcernState state)
{
    switch (state) {
    case ConcernState::open:
        return "purple";
    case ConcernState::done:
        return "green";
    case ConcernState::referred:
    case ConcernState::planned:
        return "blue";
    default:
        return "grey";
    }
}

template <class Enum, std::size_t n>
std::vector<Option>
options_of(Texts const& t, std::string all, std::array<Named<Enum>, n> const& names)
{
    std::vector<Option> options{{"", std::move(all)}};
    for (auto const& name : names) {
        options.push_back({std::string{name.code}, t(title(name.value))});
    }
    return options;
}

template <class Area>
std::vector<Option> options_of(std::string all, std::vector<Area> const& areas)
{
    std::vector<Option> options{{"", std::move(all)}};
    for (auto const& area : areas) {
        options.push_back({std::to_string(area.id.value), area.name});
    }
    return options;
}

/// Wards are a list that one can read only within a unit.
Html ward_select(Site const& site, Texts const& t, ConcernChoice const& chosen)
{
    auto const areas = site.app.areas();
    auto const bcus = areas->list_bcus();
    auto const bcu = chosen.bcu          ? chosen.bcu
                     : bcus.size() == 1U ? std::optional{bcus.front().id}
                                         : std::nullopt;
    return bcu ? select(
                     {.name = "ward",
                      .label = t("Ward"),
                      .options = options_of(t("All wards"), areas->list_wards(*bcu)),
                      .value = chosen.ward ? std::to_string(chosen.ward->value) : ""})
               : Html{};
}

} // namespace

Html tag_of(Texts const& t, ConcernState state)
{
    return tag(t(title(state)), colour_of(state));
}

Html late_tag(Texts const& t, ClockStatus clock)
{
    switch (clock) {
    case ClockStatus::amber:
        return tag(t(title(clock)), "orange");
    case ClockStatus::red:
        return tag(t(title(clock)), "red");
    default:
        return {};
    }
}

std::string place_in_words(
    Site const& site,
    Texts const& t,
    std::optional<std::string> const& street,
    std::optional<WardId> ward,
    BcuId bcu)
{
    return t(app::place_in_words(*site.app.areas(), street, ward, bcu));
}

Html public_view_of(
    Site const& site,
    Texts const& t,
    store::StoredConcern const& concern,
    app::PublicPlace const& seen)
{
    using enum privacy::ListingLevel;
    std::vector<std::string> lines;
    if (seen.level == none) {
        lines.push_back(t("The public does not see this concern by itself: too few people spoke. "
                          "It is counted."));
    } else {
        std::vector<std::string> const facts{
            t(title(concern.category)),
            place_in_words(site, t, seen.street, seen.ward, seen.bcu),
            month_in_words(t, store::month_of(concern.raised))};
        lines.push_back(
            seen.point
                ? t("The public sees: {1}, {2}, {3}, and a point in the middle of this stretch.",
                    facts)
                : t("The public sees: {1}, {2}, {3}.", facts));
    }
    if (!seen.has_joined) {
        lines.push_back(t("A concern joins what is public on the Monday after it was told."));
    }
    if (!seen.street && !concern.street.empty()) {
        lines.push_back(t("So the sentence must not name the street."));
    }
    return inset_text(paragraphs(lines));
}

std::string
answer_title(Texts const& t, AnswerKind kind, Author author, store::AnswerPlace const& place)
{
    return place.takes_back ? t("Taken back by the desk") : t(title(kind, author));
}

Html answer_sentence(
    Site const& site, Texts const& t, std::string_view sentence, store::AnswerPlace const& place)
{
    if (place.takes_back) {
        return {};
    }
    if (place.corrected_at || place.taken_back_at) {
        auto const day = [&](Instant at) {
            return date_in_words(
                t, daylight::require_zone(site.app.settings()->time_zone).day_of(at));
        };
        auto const what = place.taken_back_at ? t("Taken back on {1}", {day(*place.taken_back_at)})
                                              : t("Corrected on {1}", {day(*place.corrected_at)});
        return html<R"(<p class="govuk-body">{}<br><s>{}</s></p>)">(tag(what, "grey"), sentence);
    }
    auto const together =
        place.together ? paragraph(t("Answered together with another concern at the same place."))
                       : Html{};
    return html<R"(<p class="govuk-body">{}</p>{})">(sentence, together);
}

Html answer_item(Site const& site, Texts const& t, AnswerWords const& answer)
{
    auto const zone = daylight::require_zone(site.app.settings()->time_zone);
    std::vector<Html> facts{
        escaped(t("By: {1}", {answer.body})),
        escaped(t("Answered on {1}", {date_in_words(t, zone.day_of(answer.answered_at))}))};
    if (answer.due && !answer.place.takes_back) {
        facts.push_back(escaped(t("Until: {1}", {date_in_words(t, *answer.due)})));
    }
    if (answer.verdict) {
        facts.push_back(escaped(t("The woman who told us says: {1}", {t(title(*answer.verdict))})));
    }
    return html<R"(<li><h3 class="govuk-heading-s">{}</h3>{}{}</li>)">(
        answer_title(t, answer.kind, answer.author, answer.place),
        answer_sentence(site, t, answer.sentence, answer.place),
        bullets(facts));
}

Html concern_filter(Site const& site, Texts const& t, ConcernFilter const& filter)
{
    auto const& chosen = filter.chosen;
    auto const bcu =
        filter.has_bcu
            ? select(
                  {.name = "bcu",
                   .label = t("Command unit"),
                   .options = options_of(t("All command units"), site.app.areas()->list_bcus()),
                   .value = chosen.bcu ? std::to_string(chosen.bcu->value) : ""})
            : Html{};
    auto states = options_of(t, t("All"), kConcernStates);
    if (!filter.has_withdrawn) {
        std::erase_if(states, [](Option const& state) { return state.value == "withdrawn"; });
    }
    auto const category = select(
        {.name = "category",
         .label = t("What it is about"),
         .options = options_of(t, t("Everything"), kCategories),
         .value = chosen.category ? std::string{code_in(kCategories, *chosen.category)} : ""});
    auto const state = select(
        {.name = "state",
         .label = t("What became of it"),
         .options = std::move(states),
         .value = chosen.state ? std::string{code_in(kConcernStates, *chosen.state)} : ""});
    auto const owner =
        filter.has_owner
            ? select(
                  {.name = "owner",
                   .label = t("Whose it is"),
                   .options =
                       {{"", t("Everybody’s")}, {"mine", t("Mine")}, {"nobodys", t("Nobody’s")}},
                   .value = std::string{code_in(app::kOwnerChoices, chosen.owner)}})
            : Html{};
    return form(
        {.action = std::string{filter.path},
         .content = html<R"(<div class="wt-filter">{}{}{}{}{}{}</div>)">(
             bcu,
             ward_select(site, t, chosen),
             category,
             state,
             owner,
             button({.label = t("Show"), .is_secondary = true})),
         .method = "get"});
}

} // namespace wt::web
