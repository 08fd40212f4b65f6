#include "web/concern_form.hpp"

#include "base/text.hpp"
#include "web/components/inputs.hpp"
#include "web/components/severity_question.hpp"

namespace wt::web {

namespace {

/// One of several, of which the value and its words are a pair.
Html question(
    FormState const& state,
    std::string name,
    char const* legend,
    std::vector<std::pair<std::string, Message>> const& answers,
    std::string hint = {})
{
    Choices question{
        .name = name,
        .legend = state.t(legend),
        .choices = {},
        .hint = std::move(hint),
        .error = state.error(name),
        .chosen = state.values(name),
        .is_small = true};
    for (auto const& [value, words] : answers) {
        question.choices.push_back(
            {.value = value, .label = state.t(words), .hint = {}, .conditional = {}});
    }
    return radios(question);
}

} // namespace

Html category_question(FormState const& state)
{
    std::vector<std::pair<std::string, Message>> answers;
    for (auto const& category : kCategories) {
        answers.emplace_back(category.code, title(category.value));
    }
    return question(
        state,
        "category",
        N_("What is it like there?"),
        answers,
        state.t("Choose what bothers you most."));
}

Html severity_question(FormState const& state)
{
    return severity_question(
        state.t,
        {.name = "severity",
         .legend = state.t("How bad is it?"),
         .error = state.error("severity"),
         .chosen = state.value("severity")});
}

Html felt_question(FormState const& state)
{
    std::vector<std::pair<std::string, Message>> answers;
    for (auto const& felt : kFeltWhen) {
        answers.emplace_back(felt.code, title(felt.value));
    }
    return question(state, "felt", N_("When do you feel it?"), answers);
}

void check_choices(Fields const& typed, FieldErrors& errors)
{
    if (!find_in(kCategories, typed.get("category"))) {
        errors.add("category", N_("Choose what it is like there."));
    }
    auto const severity = find_integer(typed.get("severity")).value_or(-1);
    if (severity < 0 || severity > kWorstSeverity) {
        errors.add("severity", N_("Choose how bad it is."));
    }
    if (!find_in(kFeltWhen, typed.get("felt"))) {
        errors.add("felt", N_("Choose when you feel it."));
    }
}

void take_choices(Fields const& typed, app::NewConcern& concern)
{
    concern.category = find_in(kCategories, typed.get("category")).value();
    concern.severity = static_cast<int>(find_integer(typed.get("severity")).value());
    concern.felt = find_in(kFeltWhen, typed.get("felt")).value();
}

} // namespace wt::web
