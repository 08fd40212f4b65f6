#include "scheme/concern.hpp"

namespace wt {

Message title(FeltWhen felt)
{
    switch (felt) {
    case FeltWhen::always:
        return N_("At any time");
    case FeltWhen::dark:
        return N_("In the dark");
    case FeltWhen::day:
        return N_("By day");
    }
    return N_("At any time");
}

Message title(ConcernSource source)
{
    switch (source) {
    case ConcernSource::walk:
        return N_("Said on a walk");
    case ConcernSource::passer_by:
        return N_("Said by someone met on a walk");
    case ConcernSource::report:
        return N_("Told without a walk");
    }
    return N_("Told without a walk");
}

Message title(ConcernState state)
{
    switch (state) {
    case ConcernState::open:
        return N_("Waiting for an answer");
    case ConcernState::done:
        return N_("Done");
    case ConcernState::referred:
        return N_("Passed to another body");
    case ConcernState::planned:
        return N_("Planned");
    case ConcernState::will_not:
        return N_("Will not be done");
    case ConcernState::not_ours:
        return N_("Another body’s task");
    case ConcernState::withdrawn:
        return N_("Taken back");
    }
    return N_("Waiting for an answer");
}

Message severity_title(int severity)
{
    switch (severity) {
    case 0:
        return N_("A little uneasy");
    case 1:
        return N_("Uneasy");
    case 2:
        return N_("Unsafe");
    default:
        return N_("Very unsafe");
    }
}

} // namespace wt
