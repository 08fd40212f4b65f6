#include "scheme/evaluation.hpp"

namespace wt {

Message title(EvaluationState state)
{
    switch (state) {
    case EvaluationState::proposed:
        return N_("Waits for oversight");
    case EvaluationState::locked:
        return N_("Locked");
    case EvaluationState::refused:
        return N_("Refused");
    case EvaluationState::lapsed:
        return N_("Came too late");
    case EvaluationState::published:
        return N_("Published");
    }
    return N_("Published");
}

Message sentence(Finding finding)
{
    switch (finding) {
    case Finding::too_few:
        return N_("Too little was said to tell: a change that matters would most likely not have "
                  "shown.");
    case Finding::no_difference:
        return N_("What women said there did not change otherwise than at the place without "
                  "patrols.");
    case Finding::fewer:
        return N_("Women said less there than the place without patrols lets expect.");
    case Finding::more:
        return N_("Women said more there than the place without patrols lets expect.");
    }
    return N_("Women said more there than the place without patrols lets expect.");
}

} // namespace wt
