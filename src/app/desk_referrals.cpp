#include "app/desk_referrals.hpp"

#include "app/concern_clock.hpp"
#include "app/concerns.hpp"
#include "app/latest_answers.hpp"
#include "app/permission.hpp"
#include "app/refer_concern.hpp"
#include "base/refusal.hpp"
#include "store/partners.hpp"

#include <algorithm>
#include <iterator>

namespace wt::app {

namespace {

/// What the desk sees of each of `stored`, in their order.
std::vector<DeskReferral> desk_referrals(
    App const& app, store::Reading& reading, std::vector<store::StoredReferral> const& stored)
{
    std::vector<ConcernId> ids;
    std::ranges::transform(stored, std::back_inserter(ids), &store::StoredReferral::concern);
    auto const concerns = store::list_concerns(reading, ids);
    auto const latest = latest_answers(reading, concerns);
    auto const partners = store::list_partners(reading);
    std::vector<ReferralId> referrals;
    std::ranges::transform(stored, std::back_inserter(referrals), &store::StoredReferral::id);
    auto const sendings = store::list_sendings(reading, referrals, kSendReferralJob);
    std::vector<DeskReferral> list;
    list.reserve(stored.size());
    for (auto const& referral : stored) {
        auto const at = std::ranges::find(concerns, referral.concern, &store::StoredConcern::id);
        auto const partner =
            std::ranges::find(partners, referral.partner, &store::StoredPartner::id);
        auto const sending = sendings.find(referral.id);
        list.push_back(
            {.referral = referral,
             .partner = partner->name,
             .has_contact = partner->has_contact,
             .is_link_open = referral.expires_at > app.now(),
             .sending = sending == sendings.end() ? std::nullopt : std::optional{sending->second},
             .concern = without_pseudonym(*at),
             .clock = clock_of(app, *at, latest[static_cast<std::size_t>(at - concerns.begin())])});
    }
    return list;
}

/// The referral, of a concern of the desk's own unit, while the partner has it.
store::StoredReferral
require_open_referral(store::Reading& reading, Person const& person, ReferralId id)
{
    auto referral = store::find_referral(reading, id);
    if (!referral) {
        throw Refusal{Refusal::not_found, N_("There is no such referral.")};
    }
    auto const concern = store::find_concern(reading, referral->concern).value();
    require_permission(person, Action::refer_concern, concern.bcu);
    if (!is_with_partner(referral->state) || concern.state == ConcernState::withdrawn) {
        throw Refusal{Refusal::conflict, N_("The partner does not have this any more.")};
    }
    return std::move(*referral);
}

} // namespace

DeskReferrals
list_referrals(App& app, Person const& person, BcuId bcu, std::optional<store::ReferralKey> after)
{
    constexpr std::size_t kMostOnAPage = 50;
    require_permission(person, Action::see_concerns, bcu);
    store::Reading reading{app.db};
    auto const stored = store::list_open_referrals(reading, bcu, after, kMostOnAPage);
    DeskReferrals page{.referrals = desk_referrals(app, reading, stored)};
    if (stored.size() == kMostOnAPage) {
        page.next = {stored.back().created_at, stored.back().id};
    }
    return page;
}

std::vector<DeskReferral> list_referrals_of(App& app, Person const& person, ConcernId id)
{
    store::Reading reading{app.db};
    auto const concern = store::find_concern(reading, id);
    if (!concern) {
        throw Refusal{Refusal::not_found, N_("There is no such concern.")};
    }
    require_permission(person, Action::see_concerns, concern->bcu);
    return desk_referrals(app, reading, store::list_referrals_of(reading, id));
}

ConcernId renew_referral(App& app, Person const& person, ReferralId id)
{
    store::Transaction tx{app.db};
    auto const referral = require_open_referral(tx, person, id);
    auto const partner = store::find_partner(tx, referral.partner).value();
    if (!partner.has_contact) {
        throw Refusal{Refusal::conflict, N_("There is no address to which a letter could go.")};
    }
    send_new_link(app, tx, id, partner);
    record(app, tx, person, Action::refer_concern, id, Reason::answering);
    tx.commit();
    return referral.concern;
}

ConcernId retry_referral(App& app, Person const& person, ReferralId id)
{
    store::Transaction tx{app.db};
    auto const referral = require_open_referral(tx, person, id);
    if (!store::retry_sending(tx, id, kSendReferralJob, app.now())) {
        throw Refusal{Refusal::conflict, N_("Nothing of this waits to be sent.")};
    }
    record(app, tx, person, Action::refer_concern, id, Reason::answering);
    tx.commit();
    return referral.concern;
}

} // namespace wt::app
