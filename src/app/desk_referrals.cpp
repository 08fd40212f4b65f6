#include "app/desk_referrals.hpp"

#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "app/refer_concern.hpp"
#include "base/refusal.hpp"

namespace wt::app {

namespace {

constexpr std::size_t kMostShown = 200;

DeskReferral
desk_referral(App const& app, store::Reading& reading, store::StoredReferral const& referral)
{
    auto concern = store::find_concern(reading, referral.concern).value();
    auto const partner = store::find_partner(reading, referral.partner).value();
    auto const clock = clock_of(app, concern, store::find_latest_answer(reading, concern.id));
    concern.pseudonym.clear();
    return {
        .referral = referral,
        .partner = partner.name,
        .has_contact = partner.has_contact,
        .is_link_open = referral.expires_at > app.now(),
        .sending = store::find_sending(reading, referral.id, kSendReferralJob),
        .concern = std::move(concern),
        .clock = clock};
}

std::vector<DeskReferral> desk_referrals(
    App const& app, store::Reading& reading, std::vector<store::StoredReferral> const& stored)
{
    std::vector<DeskReferral> list;
    list.reserve(stored.size());
    for (auto const& referral : stored) {
        list.push_back(desk_referral(app, reading, referral));
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

std::vector<DeskReferral> list_referrals(App& app, Person const& person, BcuId bcu)
{
    require_permission(person, Action::see_concerns, bcu);
    store::Reading reading{app.db};
    return desk_referrals(app, reading, store::list_open_referrals(reading, bcu, kMostShown));
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
