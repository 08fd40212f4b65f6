#pragma once

#include "app/app.hpp"
#include "app/public_place.hpp"
#include "app/refer_concern.hpp"
#include "base/field_errors.hpp"
#include "scheme/referral.hpp"
#include "scheme/role.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"
#include "store/partners.hpp"
#include "store/referrals.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// What a partner sees by its secret link: the concern without words, pseudonym and walk, and the
/// public history.
struct OpenReferral
{
    store::StoredReferral referral;
    store::StoredPartner partner;
    store::StoredConcern concern;
    std::vector<store::StoredAnswer> history;  ///< oldest first
    std::vector<PartnerOffer> others;          ///< to whom it may be handed on
    bool may_answer = false;                   ///< it is still in the partner's hands
    PublicPlace seen{};                        ///< where the public sees the concern
    std::vector<std::string> hidden_streets{}; ///< what no answer may name

    /// How use cases and the audit know who answers.
    [[nodiscard]] Person person() const { return {.role = Role::partner, .id = partner.id.value}; }
};

/// Whose link it is. Changes nothing.
/// \throws Refusal (not_found) for a forged, mistyped, renewed or expired one
OpenReferral require_referral(App& app, std::string_view token);

/// The same by its row, for the worker.
OpenReferral
open_referral(App const& app, store::Reading& reading, store::StoredReferral const& referral);

/// What a partner writes.
struct PartnerAnswer
{
    Reply reply = Reply::accept;
    std::string sentence; ///< public
    std::string whose{};  ///< of `not_ours`
    std::optional<Day> due{};
    std::optional<PartnerId> to{}; ///< of `hand_on`
    int version = 0;               ///< of the concern as the partner saw it
};

/// All that is wrong with it, by field: `sentence`, `whose`, `due`, `to`, `reply`.
FieldErrors check_partner_answer(App& app, OpenReferral const& opened, PartnerAnswer const& answer);

/// Appends what the partner says to the concern's public history and moves concern and referral on.
/// Handing on makes a referral of the other partner's own; "not ours" gives the concern back to the
/// desk, open.
/// \param person  the referral's partner
/// \throws Refusal (invalid_input) with the first error of `check_partner_answer`; (conflict) if
/// the
///         concern has changed, or the partner has it no more; (not_found); (forbidden)
AnswerId
answer_referral(App& app, Person const& person, ReferralId referral, PartnerAnswer const& answer);

} // namespace wt::app
