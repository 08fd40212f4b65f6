#include "web/pages/desk_answers.hpp"

#include "web/answer_form.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/pages/concern_parts.hpp"
#include "web/pages/desk_concern.hpp"
#include "web/pages/moments.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

/// A form of its own: it only begins the answer, and loses nothing but what it replaces.
Html template_form(DeskAnswersView const& view)
{
    auto const& t = view.state.t;
    if (view.templates.empty()) {
        return html<R"(<p class="govuk-body">{}</p>)">(
            link(t("Write templates for what you say again and again"), kDeskTemplatesPath));
    }
    Select input{
        .name = "template",
        .label = t("Begin with a template"),
        .options = {},
        .hint = t("Before you write: it replaces what stands below."),
        .value = view.state.value("template")};
    for (auto const& one : view.templates) {
        input.options.push_back({std::to_string(one.id.value), one.name});
    }
    Html chosen;
    for (auto const& entry : view.concerns) {
        chosen += hidden_input("concern", std::to_string(entry.concern.id.value));
    }
    return form(
        {.action = kDeskAnswersPath,
         .content = html<R"({}{}{}<p class="govuk-body">{}</p>)">(
             chosen,
             select(input),
             button({.label = t("Use this template"), .is_secondary = true}),
             link(t("Change the templates"), kDeskTemplatesPath)),
         .method = "get"});
}

/// One of the places, with the sentence that is its own.
Html own_part(DeskAnswersView const& view, app::Answerable const& entry)
{
    auto const& state = view.state;
    auto const& t = state.t;
    auto const& concern = entry.concern;
    auto const place = place_in_words(view.site, t, concern.street, concern.ward, concern.bcu);
    auto const field = app::own_field(concern.id);
    auto const raised = date_in_words(t, concern.raised);
    return html<R"({}<p class="govuk-body">{} {}</p>{}{}{}{})">(
        heading(place, 2, "m"),
        t("{1}, raised {2}", {t(title(concern.category)), raised}),
        link(t("Open it"), desk_path(concern.id)),
        public_view_of(view.site, t, concern, entry.seen),
        hidden_input("concern", std::to_string(concern.id.value)),
        hidden_input(version_field(concern.id), std::to_string(concern.version)),
        textarea(
            {.name = field,
             .label = t("What is so at {1}, raised {2}", {place, raised}),
             .hint = t("About this place alone, in a sentence of its own."),
             .error = state.error(field),
             .value = state.value(field),
             .rows = 2}));
}

Html common_part(FormState const& state)
{
    auto const& t = state.t;
    return textarea(
        {.name = "common",
         .label = t("What holds for all of them"),
         .hint = t("It stands after the sentence of each place. It may stay empty."),
         .error = state.error("common"),
         .value = state.value("common"),
         .rows = 4,
         .max_characters = static_cast<int>(kLongestCommon),
         .limit_hint = t("You can write up to {1} characters.", {std::to_string(kLongestCommon)})});
}

Html removal_form(Texts const& t, store::StoredTemplate const& one)
{
    return form(
        {.action = desk_path(one.id) + "/removal",
         .content = html<
             R"(<button type="submit" class="govuk-button govuk-button--secondary">{}<span class="govuk-visually-hidden"> {}</span></button>)">(
             t("Remove"), one.name)});
}

/// What a template consists of.
Html template_fields(FormState const& state)
{
    auto const& t = state.t;
    return html<"{}{}{}">(
        text_input(
            {.name = "name",
             .label = t("Name"),
             .hint = t("For example: lamps, passed to the council."),
             .error = state.error("name"),
             .value = state.value("name")}),
        kind_question(state),
        textarea(
            {.name = "sentence",
             .label = t("What holds for all of them"),
             .error = state.error("sentence"),
             .value = state.value("sentence"),
             .rows = 3,
             .max_characters = static_cast<int>(kLongestCommon),
             .limit_hint =
                 t("You can write up to {1} characters.", {std::to_string(kLongestCommon)})}));
}

} // namespace

std::string version_field(ConcernId concern)
{
    return fmt::format("version-{}", concern.value);
}

Html desk_answers_view(DeskAnswersView const& view)
{
    auto const& state = view.state;
    auto const& t = state.t;
    Html places;
    for (auto const& entry : view.concerns) {
        places += own_part(view, entry);
    }
    return html<"{}{}{}">(
        paragraph(
            t("Each concern gets an answer of its own: first your sentence about its place, then "
              "what holds for all. Everyone can read them. They are published together, or none "
              "is.")),
        template_form(view),
        form(
            {.action = kDeskAnswersPath,
             .content = html<"{}{}{}{}{}{}{}{}">(
                 places,
                 heading(t("For all of them"), 2, "m"),
                 kind_question(state),
                 common_part(state),
                 partner_question(state, view.partners),
                 body_question(state),
                 due_question(state),
                 button({.label = t("Publish these answers")}))}));
}

Html desk_templates_view(
    FormState const& state, std::vector<store::StoredTemplate> const& templates)
{
    auto const& t = state.t;
    Table list{
        .caption = t("Templates of this desk"),
        .head = {t("Name"), t("What became of it"), t("Sentence"), t("What to do")},
        .rows = {}};
    for (auto const& one : templates) {
        list.rows.push_back(
            {link(one.name, desk_path(one.id)),
             escaped(t(title(one.kind))),
             escaped(one.sentence),
             removal_form(t, one)});
    }
    return html<"{}{}{}{}">(
        paragraph(t("A template begins the answers to several concerns. Each of them still needs a "
                    "sentence about its own place.")),
        templates.empty() ? paragraph(t("There are none yet.")) : table(list),
        heading(t("A new template"), 2, "m"),
        form(
            {.action = kDeskTemplatesPath,
             .content = html<"{}{}">(
                 template_fields(state), button({.label = t("Keep this template")}))}));
}

Html desk_template_view(FormState const& state, TemplateId id)
{
    auto const& t = state.t;
    return html<"{}{}">(
        paragraph(t("Answers that began with it stay as they are.")),
        form(
            {.action = desk_path(id),
             .content = html<"{}{}{}">(
                 hidden_input("version", state.value("version")),
                 template_fields(state),
                 button({.label = t("Keep this template")}))}));
}

std::string desk_path(TemplateId id)
{
    return fmt::format("{}/{}", kDeskTemplatesPath, id.value);
}

} // namespace wt::web
