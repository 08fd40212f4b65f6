#include "app/demo_surveys.hpp"

#include "app/surveys.hpp"

#include <algorithm>

namespace wt::app {

namespace {

/// Before the walk she feels one step less safe than after it, as far as the scale goes; each
/// third woman sees no difference, and each skips another question.
SurveyChoices choices_of(std::size_t woman, SurveyKind kind)
{
    SurveyChoices choices;
    std::size_t number = 0;
    for (auto const& question : questions_of(kind)) {
        auto const worst = static_cast<int>(question.choices.size()) - 1;
        auto const at_first = std::min(worst, 1 + static_cast<int>((woman + number) % 3));
        bool const is_better = kind == SurveyKind::after && woman % 3 != 0;
        if ((woman + number) % 9 != 5) {
            choices.emplace_back(
                std::string{question.code}, std::max(0, at_first - (is_better ? 1 : 0)));
        }
        ++number;
    }
    return choices;
}

} // namespace

void answer_demo_surveys(App& app, std::vector<DemoWoman> const& women)
{
    for (std::size_t i = 0; i < women.size(); ++i) {
        auto const& woman = women[i];
        auto const she = woman.asked.token.empty() || i % 4 == 3
                             ? std::nullopt
                             : find_participant(app, woman.asked.token);
        auto const kind = she ? find_survey(app, *she, woman.asked.request) : std::nullopt;
        if (kind) {
            answer_survey(app, *she, woman.asked.request, *kind, choices_of(i, *kind));
        }
    }
}

void answer_demo_survey(App& app, Person const& officer, WalkId walk, std::size_t turn)
{
    if (can_answer_survey(app, officer, walk)) {
        answer_officer_survey(app, officer, walk, choices_of(turn, SurveyKind::officer));
    }
}

} // namespace wt::app
