#pragma once

#include "app/app.hpp"
#include "app/record.hpp"
#include "scheme/answer_clock.hpp"
#include "store/concerns.hpp"
#include "store/referrals.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// A referral as the desk follows it.
struct DeskReferral
{
    store::StoredReferral referral;
    std::string partner;
    bool has_contact = false;                 ///< a letter with another link can be sent
    bool is_link_open = false;                ///< the last link still opens the page
    std::optional<store::Sending> sending;    ///< how the letter or the call of its server stands
    store::StoredConcern concern;             ///< without pseudonym
    ClockStatus clock = ClockStatus::on_time; ///< of the concern
};

/// A page of 50.
struct DeskReferrals
{
    std::vector<DeskReferral> referrals; ///< oldest first
    std::optional<store::ReferralKey> next{};
};

/// What partners of a command unit have in their hands.
/// \param after  where the page before ended
/// \throws Refusal (forbidden)
DeskReferrals list_referrals(
    App& app,
    Person const& person,
    BcuId bcu,
    std::optional<store::ReferralKey> after = std::nullopt);

/// Every referral of a concern, oldest first.
/// \throws Refusal: not_found; forbidden
std::vector<DeskReferral> list_referrals_of(App& app, Person const& person, ConcernId concern);

/// Sends the partner a letter with another link, which lasts as long as the first did.
/// \returns the concern
/// \throws Refusal: not_found; forbidden; conflict (the partner has it no more, or has no address)
ConcernId renew_referral(App& app, Person const& person, ReferralId referral);

/// Tries at once to send what could not be sent.
/// \returns the concern
/// \throws Refusal: not_found; forbidden; conflict (nothing waits to be sent)
ConcernId retry_referral(App& app, Person const& person, ReferralId referral);

} // namespace wt::app
