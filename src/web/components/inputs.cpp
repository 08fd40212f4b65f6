#include "web/components/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web {

namespace {

/// What every question has around its control.
struct Frame
{
    std::string const& name;
    std::string const& label;
    std::string const& hint;
    std::string const& error;
    bool is_heading;
};

Html hint_of(Frame const& frame)
{
    return frame.hint.empty()
               ? Html{}
               : html<R"(<div id="{}-hint" class="govuk-hint">{}</div>)">(frame.name, frame.hint);
}

Html error_of(Frame const& frame)
{
    return frame.error.empty() ? Html{}
                               : html<R"(<p id="{}-error" class="govuk-error-message">{}</p>)">(
                                     frame.name, frame.error);
}

/// The ids of hint and error, for `aria-describedby`.
Attributes described_by(Frame const& frame, bool has_limit = false)
{
    std::string ids;
    auto const add = [&](bool exists, std::string_view suffix) {
        if (exists) {
            ids += fmt::format("{}{}-{}", ids.empty() ? "" : " ", frame.name, suffix);
        }
    };
    add(has_limit, "info");
    add(!frame.hint.empty(), "hint");
    add(!frame.error.empty(), "error");
    return attribute<"aria-describedby">(ids);
}

Attributes invalid(Frame const& frame)
{
    return attribute<"aria-invalid">(frame.error.empty() ? "" : "true");
}

Html label_of(Frame const& frame, std::string_view target)
{
    if (frame.is_heading) {
        return html<
            R"(<h1 class="govuk-label-wrapper"><label class="govuk-label govuk-label--l" for="{}">{}</label></h1>)">(
            target, frame.label);
    }
    return html<R"(<label class="govuk-label" for="{}">{}</label>)">(target, frame.label);
}

Html group(Frame const& frame, Html const& content)
{
    return html<R"(<div class="govuk-form-group{}">{}</div>
)">(frame.error.empty() ? "" : " govuk-form-group--error", content);
}

Html labelled(Frame const& frame, Html const& control)
{
    return group(
        frame,
        html<"{}{}{}{}">(label_of(frame, frame.name), hint_of(frame), error_of(frame), control));
}

/// A group of controls with one legend.
Html fieldset(Frame const& frame, Html const& controls)
{
    auto const legend =
        frame.is_heading
            ? html<
                  R"(<legend class="govuk-fieldset__legend govuk-fieldset__legend--l"><h1 class="govuk-fieldset__heading">{}</h1></legend>)">(
                  frame.label)
            : html<
                  R"(<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{}</legend>)">(
                  frame.label);
    return group(
        frame,
        html<R"(<fieldset class="govuk-fieldset"{}>{}{}{}{}</fieldset>)">(
            described_by(frame), legend, hint_of(frame), error_of(frame), controls));
}

std::string_view error_class(Frame const& frame, std::string_view name)
{
    return frame.error.empty() ? std::string_view{} : name;
}

struct ChoiceKind
{
    std::string_view block; ///< "radios" or "checkboxes"
    std::string_view type;
};

Html choice_item(
    ChoiceKind kind, Choices const& question, Choice const& choice, std::size_t position)
{
    auto const id =
        position == 0 ? question.name : fmt::format("{}-{}", question.name, position + 1);
    bool const is_chosen =
        std::find(question.chosen.begin(), question.chosen.end(), choice.value) !=
        question.chosen.end();
    auto const hint_id = choice.hint.empty() ? std::string{} : id + "-item-hint";
    auto const conditional_id =
        choice.conditional.empty() ? std::string{} : fmt::format("conditional-{}", id);
    auto const hint = choice.hint.empty()
                          ? Html{}
                          : html<R"(<div id="{}" class="govuk-hint govuk-{}__hint">{}</div>)">(
                                hint_id, kind.block, choice.hint);
    auto const conditional =
        choice.conditional.empty()
            ? Html{}
            : html<R"(<div class="govuk-{}__conditional" id="{}" data-conditional="{}">{}</div>)">(
                  kind.block, conditional_id, id, choice.conditional);
    return html<
        R"(<div class="govuk-{}__item"><input class="govuk-{}__input" id="{}" name="{}" type="{}" value="{}"{}><label class="govuk-label govuk-{}__label" for="{}">{}</label>{}</div>{})">(
        kind.block,
        kind.block,
        id,
        question.name,
        kind.type,
        choice.value,
        flag<"checked">(is_chosen) + attribute<"aria-describedby">(hint_id) +
            attribute<"data-exclusive">(choice.is_exclusive ? question.name : ""),
        kind.block,
        id,
        choice.label,
        hint,
        conditional);
}

Html choices(ChoiceKind kind, Choices const& question)
{
    Html items;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        if (!question.divider.empty() && i + 1 == question.choices.size()) {
            items +=
                html<R"(<div class="govuk-{}__divider">{}</div>)">(kind.block, question.divider);
        }
        items += choice_item(kind, question, question.choices[i], i);
    }
    std::string modifiers;
    if (question.is_inline) {
        modifiers += fmt::format(" govuk-{}--inline", kind.block);
    }
    if (question.is_small) {
        modifiers += fmt::format(" govuk-{}--small", kind.block);
    }
    Frame const frame{
        question.name, question.legend, question.hint, question.error, question.is_heading};
    return fieldset(
        frame, html<R"(<div class="govuk-{}{}">{}</div>)">(kind.block, modifiers, items));
}

Html date_part(
    DateInput const& input,
    std::string_view part,
    std::string const& label,
    std::string const& value)
{
    auto const id = fmt::format("{}-{}", input.name, part);
    std::string_view const width = part == "year" ? "4" : "2";
    return html<
        R"(<div class="govuk-date-input__item"><label class="govuk-label govuk-date-input__label" for="{}">{}</label><input class="govuk-input govuk-date-input__input govuk-input--width-{}{}" id="{}" name="{}" type="text" inputmode="numeric" value="{}"></div>)">(
        id, label, width, input.error.empty() ? "" : " govuk-input--error", id, id, value);
}

} // namespace

Html text_input(TextInput const& input)
{
    Frame const frame{input.name, input.label, input.hint, input.error, input.is_heading};
    std::string classes;
    if (input.width > 0) {
        classes = fmt::format(" govuk-input--width-{}", input.width);
    }
    classes += error_class(frame, " govuk-input--error");
    auto const extra =
        attribute<"autocomplete">(input.autocomplete) + attribute<"inputmode">(input.inputmode) +
        attribute<"spellcheck">(input.spellcheck ? "" : "false") +
        attribute<"maxlength">(input.max_length > 0 ? std::to_string(input.max_length) : "") +
        described_by(frame) + invalid(frame);
    return labelled(
        frame,
        html<R"(<input class="govuk-input{}" id="{}" name="{}" type="{}" value="{}"{}>)">(
            classes, input.name, input.name, input.type, input.value, extra));
}

Html textarea(Textarea const& area)
{
    Frame const frame{area.name, area.label, area.hint, area.error, area.is_heading};
    bool const has_limit = area.max_characters > 0;
    auto const limit =
        has_limit
            ? html<
                  R"(<div id="{}-info" class="govuk-hint govuk-character-count__message">{}</div>)">(
                  area.name, area.limit_hint)
            : Html{};
    // The line end after <textarea> is dropped by browsers, so a value may start with one.
    auto const control = html<
        R"(<textarea class="govuk-textarea{}" id="{}" name="{}" rows="{}"{}>
{}</textarea>{})">(
        error_class(frame, " govuk-textarea--error"),
        area.name,
        area.name,
        area.rows,
        attribute<"data-max-characters">(has_limit ? std::to_string(area.max_characters) : "") +
            described_by(frame, has_limit) + invalid(frame) +
            attribute<"autocomplete">(area.is_secret ? "off" : "") +
            attribute<"spellcheck">(area.is_secret ? "false" : ""),
        area.value,
        limit);
    return labelled(frame, control);
}

Html select(Select const& input)
{
    Frame const frame{input.name, input.label, input.hint, input.error, input.is_heading};
    Html options;
    for (auto const& option : input.options) {
        options += html<R"(<option value="{}"{}>{}</option>)">(
            option.value, flag<"selected">(option.value == input.value), option.label);
    }
    return labelled(
        frame,
        html<R"(<select class="govuk-select{}" id="{}" name="{}"{}>{}</select>)">(
            error_class(frame, " govuk-select--error"),
            input.name,
            input.name,
            described_by(frame) + invalid(frame),
            options));
}

Html date_input(DateInput const& input)
{
    Frame const frame{input.name, input.legend, input.hint, input.error, input.is_heading};
    return fieldset(
        frame,
        html<R"(<div class="govuk-date-input" id="{}">{}{}{}</div>)">(
            input.name,
            date_part(input, "day", input.day_label, input.day),
            date_part(input, "month", input.month_label, input.month),
            date_part(input, "year", input.year_label, input.year)));
}

Html radios(Choices const& question)
{
    return choices({"radios", "radio"}, question);
}

Html checkboxes(Choices const& question)
{
    return choices({"checkboxes", "checkbox"}, question);
}

Html row_checkbox(std::string_view name, std::string_view value, std::string_view label)
{
    auto const id = fmt::format("{}-{}", name, value);
    return html<
        R"(<div class="govuk-checkboxes govuk-checkboxes--small wt-row-choice"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{}" name="{}" type="checkbox" value="{}"><label class="govuk-label govuk-checkboxes__label" for="{}"><span class="govuk-visually-hidden">{}</span></label></div></div>)">(
        id, name, value, id, label);
}

Html button(Button const& button)
{
    std::string classes;
    if (button.is_secondary) {
        classes += " govuk-button--secondary";
    }
    if (button.is_warning) {
        classes += " govuk-button--warning";
    }
    Html arrow;
    if (button.is_start) {
        classes += " govuk-button--start";
        arrow = html<
            R"(<svg class="govuk-button__start-icon" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>)">();
    }
    if (!button.href.empty()) {
        return html<R"(<a href="{}" draggable="false" class="govuk-button{}">{}{}</a>)">(
            button.href, classes, button.label, arrow);
    }
    return html<R"(<button type="submit" class="govuk-button{}"{}>{}{}</button>)">(
        classes,
        attribute<"name">(button.name) + attribute<"value">(button.value),
        button.label,
        arrow);
}

Html button_group(std::vector<Html> const& parts)
{
    return html<R"(<div class="govuk-button-group">{}</div>)">(parts);
}

Html form(Form const& form)
{
    return html<R"(<form action="{}" method="{}" novalidate accept-charset="utf-8">{}{}</form>)">(
        form.action,
        form.method,
        form.idempotency.empty() ? Html{} : hidden_input("idempotency", form.idempotency),
        form.content);
}

Html hidden_input(std::string_view name, std::string_view value)
{
    return html<R"(<input type="hidden" name="{}" value="{}">)">(name, value);
}

} // namespace wt::web
