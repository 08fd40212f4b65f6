#include "app/refer_concern.hpp"

#include "app/areas.hpp"
#include "app/jobs.hpp"
#include "app/outbox.hpp"
#include "app/partners.hpp"
#include "app/record.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/referrals.hpp"

#include <algorithm>

namespace wt::app {

std::vector<PartnerOffer>
list_partner_offers(App const& app, store::Reading& reading, store::StoredConcern const& concern)
{
    auto const areas = app.areas();
    auto const bcu = areas->require_bcu(concern.bcu).code;
    auto const ward = areas->require_ward(concern.ward).code;
    std::vector<PartnerOffer> offers;
    for (auto const& partner : store::list_partners(reading)) {
        if (partner.is_reachable()) {
            offers.push_back(
                {partner.id,
                 partner.name,
                 partner.kind,
                 serves(partner.reach, concern.category, bcu, ward)});
        }
    }
    std::ranges::stable_partition(offers, &PartnerOffer::fits);
    return offers;
}

std::vector<PartnerOffer> list_partner_offers(App& app, store::StoredConcern const& concern)
{
    store::Reading reading{app.db};
    return list_partner_offers(app, reading, concern);
}

store::StoredPartner require_reachable_partner(store::Reading& reading, PartnerId id)
{
    auto partner = store::find_partner(reading, id);
    if (!partner || !partner->is_reachable()) {
        throw Refusal{Refusal::invalid_input, N_("Choose a partner from the list.")};
    }
    return std::move(*partner);
}

void refer(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    ConcernId concern,
    AnswerId answer,
    store::StoredPartner const& partner)
{
    ReferralId const id{random_id()};
    store::insert_referral(
        tx,
        {.id = id,
         .concern = concern,
         .partner = partner.id,
         .answer = answer,
         .link_hash = app.keys.hash(store::KeyPurpose::lookup, random_token()),
         .created_at = app.now()});
    if (partner.endpoint.empty()) {
        send_new_link(app, tx, id, partner);
    } else {
        enqueue_job(tx, kSendReferralJob, std::to_string(id.value), app.now());
    }
    record(app, tx, person, Action::refer_concern, id, Reason::answering);
}

std::string send_new_link(
    App const& app,
    store::Transaction& tx,
    ReferralId referral,
    store::StoredPartner const& partner)
{
    auto token = random_token();
    store::renew_link(
        tx,
        referral,
        app.keys.hash(store::KeyPurpose::lookup, token),
        app.now() + kReferralLinkLasts);
    queue_letter(
        app,
        tx,
        {.kind = MessageKind::referral,
         .subject_id = referral.value,
         .contact = open_contact(app, partner).email,
         .path = "/referrals/" + token},
        app.now());
    return token;
}

} // namespace wt::app
