#include "app/answer_referral.hpp"

#include "app/answer_concern.hpp"
#include "app/append_answer.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace wt::app {

namespace {

store::StoredConcern without_origin(store::StoredConcern concern)
{
    concern.walk.reset();
    concern.pseudonym.clear();
    concern.client_id.clear();
    concern.client_digest.clear();
    return concern;
}

/// The partner of `others` to whom it is handed on.
PartnerOffer const* find_next(OpenReferral const& opened, PartnerAnswer const& answer)
{
    auto const chosen =
        std::ranges::find(opened.others, answer.to.value_or(PartnerId{}), &PartnerOffer::id);
    bool const is_wanted = answer.reply == Reply::hand_on;
    return is_wanted && chosen != opened.others.end() ? &*chosen : nullptr;
}

/// The same as the desk would write it.
AnswerForm form_of(OpenReferral const& opened, PartnerAnswer const& answer)
{
    AnswerForm form{
        .kind = answer_kind(answer.reply),
        .sentence = answer.sentence,
        .body = opened.partner.name};
    if (answer.reply == Reply::not_ours) {
        form.body = answer.whose;
    }
    if (auto const* const next = find_next(opened, answer)) {
        form.body = next->name;
    }
    if (answer.reply == Reply::plan) {
        form.due = answer.due;
    }
    return form;
}

} // namespace

OpenReferral
open_referral(App const& app, store::Reading& reading, store::StoredReferral const& referral)
{
    auto concern = store::find_concern(reading, referral.concern).value();
    auto others = list_partner_offers(app, reading, concern);
    std::erase_if(others, [&](PartnerOffer const& offer) { return offer.id == referral.partner; });
    auto seen = public_place(app, reading, concern, public_now(app));
    auto hidden_streets = list_hidden_streets(app, reading, concern);
    bool const may_answer =
        is_with_partner(referral.state) && concern.state != ConcernState::withdrawn;
    return {
        .referral = referral,
        .partner = store::find_partner(reading, referral.partner).value(),
        .concern = without_origin(std::move(concern)),
        .history = store::list_answers(reading, referral.concern),
        .others = std::move(others),
        .may_answer = may_answer,
        .seen = std::move(seen),
        .hidden_streets = std::move(hidden_streets)};
}

OpenReferral require_referral(App& app, std::string_view token)
{
    store::Reading reading{app.db};
    auto const referral = store::find_referral_by_link(
        reading, app.keys.hash(store::KeyPurpose::lookup, token), app.now());
    if (!referral) {
        throw Refusal{
            Refusal::not_found,
            N_("This link does not open anything any more. Ask the police desk that wrote to you "
               "for another.")};
    }
    return open_referral(app, reading, *referral);
}

FieldErrors check_partner_answer(App& app, OpenReferral const& opened, PartnerAnswer const& answer)
{
    FieldErrors errors;
    if (opened.may_answer && !may_reply(opened.referral.state, answer.reply)) {
        errors.add("reply", N_("You have named a date already. Name another, or say more."));
    }
    for (auto const& error :
         check_answer(app, form_of(opened, answer), opened.hidden_streets).list()) {
        errors.add(error.field == "body" ? "whose" : error.field, error.message);
    }
    if (answer.reply == Reply::hand_on && find_next(opened, answer) == nullptr) {
        errors.add("to", N_("Choose a partner from the list."));
    }
    return errors;
}

AnswerId answer_referral(App& app, Person const& person, ReferralId id, PartnerAnswer const& answer)
{
    require_permission(person, Action::answer_referral);
    store::Transaction tx{app.db};
    auto const referral = store::find_referral(tx, id);
    if (!referral || referral->partner.value != person.id) {
        throw Refusal{Refusal::not_found, N_("There is no such referral.")};
    }
    auto const opened = open_referral(app, tx, *referral);
    auto const errors = check_partner_answer(app, opened, answer);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    auto const concern = store::find_concern(tx, referral->concern).value();
    auto const form = form_of(opened, answer);
    store::StoredAnswer const stored{
        .id = {random_id()},
        .concern = concern.id,
        .kind = form.kind,
        .sentence = std::string{trimmed(form.sentence)},
        .body = std::string{trimmed(form.body)},
        .due = form.due,
        .staff = {},
        .partner = opened.partner.id,
        .answered_at = app.now(),
        .verdict = {}};
    append_answer(app, tx, concern, stored, answer.version);
    if (!store::move_referral(tx, id, state_after(answer.reply))) {
        throw Refusal{
            Refusal::conflict,
            N_("This is not in your hands any more: the desk has answered it, or you have.")};
    }
    record(app, tx, person, Action::answer_referral, id, Reason::answering);
    if (auto const* const next = find_next(opened, answer)) {
        auto const partner = require_reachable_partner(tx, next->id);
        refer(app, tx, person, concern.id, stored.id, partner);
    }
    tx.commit();
    return stored.id;
}

} // namespace wt::app
