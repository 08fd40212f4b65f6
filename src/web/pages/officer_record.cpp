#include "scheme/concern.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/components/words_warning.hpp"
#include "web/concern_form.hpp"
#include "web/pages/officer.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

/// Filled by the telephone when she chooses "here"; without JavaScript she can type them.
Html position_inputs(FormState const& state)
{
    auto const& t = state.t;
    auto const coordinate = [&](std::string name, std::string label) {
        return text_input(
            {.name = name,
             .label = std::move(label),
             .value = state.value(name),
             .inputmode = "text",
             .width = 10,
             .spellcheck = false});
    };
    return html<R"(<div data-position="here"><p class="govuk-hint">{}</p>{}{}</div>)">(
        t("Your telephone fills this in if you let it."),
        coordinate("lat", t("Latitude")),
        coordinate("lon", t("Longitude")));
}

Html place_question(OfficerWalkView const& view, FormState const& state)
{
    auto const& t = view.t;
    Choices question{
        .name = "place",
        .legend = t("Where?"),
        .choices = {},
        .error = state.error("place"),
        .chosen = state.values("place"),
        .is_small = true};
    auto const places = list_places(view.walk.route);
    for (std::size_t i = 0; i < places.size(); ++i) {
        question.choices.push_back(
            {.value = std::to_string(i), .label = places[i].label, .hint = {}, .conditional = {}});
    }
    question.choices.push_back(
        {.value = "here",
         .label = t("Where I am now"),
         .hint = {},
         .conditional = position_inputs(state)});
    return radios(question);
}

Html who_question(OfficerWalkView const& view, FormState const& state)
{
    auto const& t = view.t;
    Choices question{
        .name = "who",
        .legend = t("Who says so?"),
        .choices = {},
        .error = state.error("who"),
        .chosen = state.values("who"),
        .is_small = true};
    for (auto const& she : view.walk.companions) {
        question.choices.push_back(
            {.value = std::to_string(she.request.value),
             .label = she.name,
             .hint = {},
             .conditional = {}});
    }
    question.choices.push_back(
        {.value = std::string{code_in(kConcernSources, ConcernSource::passer_by)},
         .label = t("Someone we met"),
         .hint = {},
         .conditional = {}});
    return radios(question);
}

Html words_question(OfficerWalkView const& view, FormState const& state)
{
    auto const& t = state.t;
    auto const box = html<"{}{}">(
        words_warning(t, view.site.app.settings()->emergency_number),
        textarea(
            {.name = "words",
             .label = t("Her own words"),
             .error = state.error("words"),
             .value = state.value("words"),
             .rows = 3,
             .max_characters = int{kMostWords},
             .limit_hint = t("Up to {1} characters", {std::to_string(kMostWords)})}));
    // What went wrong must be in sight.
    return state.error("words").empty() ? details(t("Her own words, if she wants them kept"), box)
                                        : box;
}

} // namespace

Page record_page(OfficerWalkView const& view, FormState const& state)
{
    auto const& t = view.t;
    auto const questions =
        html<R"({}{}<div class="wt-tiles">{}{}{}</div>{}{}<div class="wt-bar">{}</div>)">(
            hidden_input("client_id", state.value("client_id")),
            place_question(view, state),
            category_question(state),
            severity_question(state),
            felt_question(state),
            who_question(view, state),
            words_question(view, state),
            button({.label = t("Save")}));
    return {
        .title = t("Record a concern"),
        .content = html<"{}{}{}{}">(
            error_summary(t, state.errors),
            heading(t("Record a concern")),
            form({.action = path_of(view.walk.id) + "/concerns", .content = questions}),
            inset_text(html<R"({}<p class="govuk-body">{}</p>)">(
                paragraph(t("A crime or abuse that she tells you of is no concern: it does not "
                            "belong here. Tell her so, and that you must act on it even if she "
                            "asks you not to.")),
                link(
                    t("She told you of a crime or of abuse"),
                    path_of(view.walk.id) + "/disclosures/new")))),
        .before = back_link(t, path_of(view.walk.id)),
        .audience = Audience::officer,
        .has_errors = !state.errors.empty(),
        .has_exit = false};
}

} // namespace wt::web
