#include "web/pages/survey.hpp"

#include "base/text.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"

namespace wt::web {

namespace {

std::string legend_of(Texts const& t, SurveyQuestion const& question)
{
    return question.lead ? t("{1} {2}", {t(*question.lead), t(question.text)}) : t(question.text);
}

} // namespace

Html survey_questions(FormState const& state, SurveyKind kind)
{
    auto const& t = state.t;
    Html all;
    for (auto const& question : questions_of(kind)) {
        Choices choices{
            .name = std::string{question.code},
            .legend = legend_of(t, question),
            .choices = {},
            .error = state.error(question.code),
            .chosen = {state.value(question.code)},
            .is_small = true};
        for (std::size_t i = 0; i < question.choices.size(); ++i) {
            choices.choices.push_back(
                {.value = std::to_string(i),
                 .label = t(question.choices[i]),
                 .hint = {},
                 .conditional = {}});
        }
        all += radios(choices);
    }
    return all;
}

std::vector<std::pair<std::string, int>> read_choices(Fields const& form, SurveyKind kind)
{
    std::vector<std::pair<std::string, int>> choices;
    for (auto const& question : questions_of(kind)) {
        if (auto const choice = find_integer(form.get(question.code))) {
            choices.emplace_back(std::string{question.code}, static_cast<int>(*choice));
        }
    }
    return choices;
}

} // namespace wt::web
