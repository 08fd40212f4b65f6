#include "app/demo_partners.hpp"

#include "app/answer_concern.hpp"
#include "app/answer_referral.hpp"
#include "app/concern_clock.hpp"
#include "app/concerns.hpp"
#include "app/desk_referrals.hpp"
#include "app/partners.hpp"

#include <array>

namespace wt::app {

namespace {

struct DemoPartner
{
    char const* name;
    char const* kind;
    char const* email;
    char const* services;
};

constexpr std::array<DemoPartner, 6> kPartners{{
    {"Council street lighting", "lighting", "lighting@example.org", "lighting"},
    {"Council parks and trees", "parks", "parks@example.org", "sightlines layout isolation"},
    {"Bus and rail stops", "transport", "stops@example.org", "transport"},
    {"Transport police", "transport_police", "railway@example.org", "touching"},
    {"Council licensing", "licensing", "licensing@example.org", "group loitering substances"},
    {"Council street care", "other", "streets@example.org", "upkeep path cameras"},
}};

struct Said
{
    Reply reply;
    char const* sentence;
};

/// What partners say at first, and then.
constexpr std::array<Said, 4> kAtFirst{{
    {Reply::accept, "We have this on our list and will look at it on the next evening round."},
    {Reply::plan, "The parts are ordered; our team comes with the lift and mends it."},
    {Reply::not_ours,
     "This strip belongs to the owner of the flats beside it, not to the council."},
    {Reply::accept, "Our officer was there on Monday and has asked for a price."},
}};
constexpr std::array<Said, 2> kThen{{
    {Reply::done, "This was mended on Tuesday, and we looked at it again after dark."},
    {Reply::plan, "The work is ordered and will be done by the date that we name here."},
}};

PartnerAnswer next_answer(App const& app, DeskReferral const& referral, std::size_t turn)
{
    bool const is_first = referral.referral.state == ReferralState::sent;
    auto const& said = is_first ? kAtFirst[turn % kAtFirst.size()] : kThen[turn % kThen.size()];
    PartnerAnswer answer{
        .reply = said.reply,
        .sentence = said.sentence,
        .whose = "The owner of the flats",
        .version = referral.concern.version};
    if (said.reply == Reply::plan) {
        answer.due = today(app) + std::chrono::days{10 + static_cast<int>(turn % 3) * 7};
    }
    return answer;
}

} // namespace

void add_demo_partners(App& app, Person const& person)
{
    for (auto const& partner : kPartners) {
        add_partner(
            app,
            person,
            {.name = partner.name,
             .kind = partner.kind,
             .email = partner.email,
             .services = partner.services});
    }
}

std::optional<PartnerId> find_demo_partner(App& app, store::StoredConcern const& concern)
{
    auto const offers = list_partner_offers(app, concern);
    return !offers.empty() && offers.front().fits ? std::optional{offers.front().id} : std::nullopt;
}

void let_demo_partners_reply(App& app, Person const& desk, BcuId bcu, std::size_t& turn)
{
    for (auto const& referral : list_referrals(app, desk, bcu).referrals) {
        auto const& stored = referral.referral;
        if (stored.state != ReferralState::planned &&
            stored.created_at + std::chrono::hours{20} < app.now()) {
            answer_referral(
                app,
                {.role = Role::partner, .id = stored.partner.value},
                stored.id,
                next_answer(app, referral, turn++));
        }
    }
}

std::optional<std::string> pass_one_on(App& app, Person const& desk, BcuId bcu)
{
    auto const page = list_concerns(app, desk, {.bcu = bcu, .state = ConcernState::open});
    for (auto const& open : page.concerns) {
        auto const partner = find_demo_partner(app, open.concern);
        if (!partner) {
            continue;
        }
        answer_concern(
            app,
            desk,
            open.concern.id,
            open.concern.version,
            {AnswerKind::referred,
             "We passed this to those who look after it, and ask weekly.",
             ""},
            {.partner = partner});
        store::Transaction tx{app.db};
        auto const referral = store::list_referrals_of(tx, open.concern.id).back();
        auto token = send_new_link(app, tx, referral.id, store::find_partner(tx, *partner).value());
        tx.commit();
        return token;
    }
    return std::nullopt;
}

} // namespace wt::app
