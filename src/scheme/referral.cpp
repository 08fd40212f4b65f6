#include "scheme/referral.hpp"

namespace wt {

Message title(ReferralState state)
{
    switch (state) {
    case ReferralState::sent:
        return N_("Waits for the partner");
    case ReferralState::accepted:
        return N_("Taken on by the partner");
    case ReferralState::planned:
        return N_("Planned by the partner");
    case ReferralState::done:
        return N_("Done, says the partner");
    case ReferralState::not_ours:
        return N_("Not theirs, says the partner");
    case ReferralState::handed_on:
        return N_("Handed on to another partner");
    case ReferralState::ended:
        return N_("Ended by a later answer");
    }
    return N_("Waits for the partner");
}

Message title(Reply reply)
{
    switch (reply) {
    case Reply::accept:
        return N_("We take this on");
    case Reply::plan:
        return N_("We will do it by a date");
    case Reply::done:
        return N_("We have done it");
    case Reply::not_ours:
        return N_("It is not ours");
    case Reply::hand_on:
        return N_("Hand it on to another body");
    }
    return N_("We take this on");
}

AnswerKind answer_kind(Reply reply)
{
    switch (reply) {
    case Reply::plan:
        return AnswerKind::planned;
    case Reply::done:
        return AnswerKind::done;
    case Reply::not_ours:
        return AnswerKind::not_ours;
    case Reply::accept:
    case Reply::hand_on:
        return AnswerKind::referred;
    }
    return AnswerKind::referred;
}

ReferralState state_after(Reply reply)
{
    switch (reply) {
    case Reply::accept:
        return ReferralState::accepted;
    case Reply::plan:
        return ReferralState::planned;
    case Reply::done:
        return ReferralState::done;
    case Reply::not_ours:
        return ReferralState::not_ours;
    case Reply::hand_on:
        return ReferralState::handed_on;
    }
    return ReferralState::accepted;
}

} // namespace wt
