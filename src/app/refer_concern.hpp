#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/concerns.hpp"
#include "store/partners.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// How long the secret link of a referral opens its page.
inline constexpr std::chrono::hours kReferralLinkLasts{28 * 24};

/// The job that calls the Open311 server of a referral's partner; its argument is the referral.
inline constexpr std::string_view kSendReferralJob = "send_referral";

/// A partner to which a concern may be passed.
struct PartnerOffer
{
    PartnerId id;
    std::string name;
    PartnerKind kind = PartnerKind::other;
    bool fits = false; ///< it looks after such concerns in that area
};

/// Everyone that can be reached: first who looks after such concerns in that area, then the others,
/// each by name.
std::vector<PartnerOffer>
list_partner_offers(App const& app, store::Reading& reading, store::StoredConcern const& concern);
std::vector<PartnerOffer> list_partner_offers(App& app, store::StoredConcern const& concern);

/// The partner, if something can be passed to it.
/// \throws Refusal (invalid_input)
store::StoredPartner require_reachable_partner(store::Reading& reading, PartnerId id);

/// Hands the concern of `answer` to `partner`, in the transaction of that answer: queues a call of
/// its Open311 server, or a letter with a secret link where it has none.
void refer(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    ConcernId concern,
    AnswerId answer,
    store::StoredPartner const& partner);

/// Queues a letter with a new secret link to the referral; the one before opens nothing any more.
/// \pre `partner.has_contact`
/// \returns the link's token, for a demonstration that shows it at once
std::string send_new_link(
    App const& app,
    store::Transaction& tx,
    ReferralId referral,
    store::StoredPartner const& partner);

} // namespace wt::app
