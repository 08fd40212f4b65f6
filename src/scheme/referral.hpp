#pragma once

#include "scheme/answer.hpp"

namespace wt {

/// How a referral stands.
enum class ReferralState
{
    sent,      ///< on its way to the partner or waiting there
    accepted,  ///< the partner has taken it on
    planned,   ///< and named a date
    done,      ///< says the partner
    not_ours,  ///< says the partner: it is the desk's again
    handed_on, ///< by the partner to another one, which has a referral of its own
    ended,     ///< by a later answer of the desk
};

inline constexpr std::array<Named<ReferralState>, 7> kReferralStates{{
    {ReferralState::sent, "sent"},
    {ReferralState::accepted, "accepted"},
    {ReferralState::planned, "planned"},
    {ReferralState::done, "done"},
    {ReferralState::not_ours, "not_ours"},
    {ReferralState::handed_on, "handed_on"},
    {ReferralState::ended, "ended"},
}};

/// In plain words, for a list.
Message title(ReferralState state);

/// True while the partner may answer.
constexpr bool is_with_partner(ReferralState state)
{
    return state <= ReferralState::planned;
}

/// What a partner says to what was passed to it.
enum class Reply
{
    accept,
    plan,     ///< with a date
    done,     ///< and what
    not_ours, ///< and whose
    hand_on,  ///< to another partner
};

inline constexpr std::array<Named<Reply>, 5> kReplies{{
    {Reply::accept, "accept"},
    {Reply::plan, "plan"},
    {Reply::done, "done"},
    {Reply::not_ours, "not_ours"},
    {Reply::hand_on, "hand_on"},
}};

/// As a button or a choice says it.
Message title(Reply reply);

/// The answer that a reply becomes in the public history.
AnswerKind answer_kind(Reply reply);
ReferralState state_after(Reply reply);

/// True if it may be said to a referral in such a state: all but taking it on again while a date is
/// promised, which would make the promise vanish.
constexpr bool may_reply(ReferralState state, Reply reply)
{
    return is_with_partner(state) && (reply != Reply::accept || state != ReferralState::planned);
}

} // namespace wt
