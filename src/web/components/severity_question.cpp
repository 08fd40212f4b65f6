#include "web/components/severity_question.hpp"

#include "scheme/concern.hpp"
#include "web/components/inputs.hpp"

namespace wt::web {

Html severity_question(Texts const& t, SeverityQuestion const& question)
{
    Choices choices{
        .name = question.name,
        .legend = question.legend,
        .choices = {},
        .error = question.error,
        .chosen = {question.chosen},
        .is_small = true};
    for (int i = 0; i <= kWorstSeverity; ++i) {
        choices.choices.push_back(
            {.value = std::to_string(i),
             .label = t(severity_title(i)),
             .hint = {},
             .conditional = {}});
    }
    return radios(choices);
}

} // namespace wt::web
