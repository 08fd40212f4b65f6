#include "app/answer_concern.hpp"
#include "app/answer_referral.hpp"
#include "app/concerns.hpp"
#include "app/desk_referrals.hpp"
#include "app/own_concerns.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

std::string const kSentence = "The lamps are on our list for this week.";

/// Ana raised a concern about the light; the desk can pass it to two partners.
class Referrals : public AppOnBothDatabases
{
protected:
    Referrals()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        concern = given_concern_of_ana(test);
        lamps = given_partner(test);
        parks =
            given_partner(test, {.name = "A park", .kind = "parks", .email = "park@example.org"});
    }

    void pass_on(int version = 1)
    {
        answer_concern(
            test.app(),
            kSouthDesk,
            concern,
            version,
            {AnswerKind::referred, "We passed this to those who look after the lamps.", ""},
            {.partner = lamps});
    }
    /// Passes it on; what the partner sees by its link.
    OpenReferral passed_on()
    {
        pass_on();
        return opened();
    }
    OpenReferral opened() { return require_referral(test.app(), token_of_letter(test)); }

    /// What it is refused with; nothing if it is taken.
    std::optional<Refusal::Kind> reply(OpenReferral const& referral, PartnerAnswer answer)
    {
        if (answer.version == 0) {
            answer.version = referral.concern.version;
        }
        try {
            answer_referral(test.app(), referral.person(), referral.referral.id, answer);
        } catch (Refusal const& refusal) {
            return refusal.kind();
        }
        return std::nullopt;
    }
    std::optional<Refusal::Kind> reply(Reply what)
    {
        return reply(opened(), {.reply = what, .sentence = kSentence, .whose = "The railway"});
    }
    OwnConcern hers() { return list_own_concerns(test.app(), ana(test)).at(0); }
    DeskReferral at_the_desk() { return list_referrals_of(test.app(), kSouthDesk, concern).back(); }

    ConcernId concern;
    PartnerId lamps;
    PartnerId parks;
};
WT_ON_BOTH_DATABASES(Referrals);

TEST_P(Referrals, OfferFirstWhoLooksAfterSuchConcernsThere)
{
    given_partner(
        test, {.name = "Zebra Lamps", .kind = "lighting", .email = "z@example.org", .bcus = "N"});
    given_partner(test, {.name = "FixMyStreet", .kind = "other"}); // only sends to us
    store::Reading reading{test.db()};
    auto const stored = store::find_concern(reading, concern).value();
    auto const offers = list_partner_offers(test.app(), reading, stored);
    ASSERT_EQ(offers.size(), 3U);
    EXPECT_EQ(offers[0].name, "A park"); // takes every category
    EXPECT_EQ(offers[1].name, "City Lamps");
    EXPECT_TRUE(offers[1].fits);
    EXPECT_EQ(offers[2].name, "Zebra Lamps");
    EXPECT_FALSE(offers[2].fits);
}

TEST_P(Referrals, ComeWithTheAnswerAndALetterAndAreAudited)
{
    auto const referral = passed_on();
    EXPECT_EQ(referral.history.at(0).body, "City Lamps");
    EXPECT_EQ(referral.concern.pseudonym, "");
    EXPECT_TRUE(referral.may_answer);
    EXPECT_EQ(hers().concern.state, ConcernState::referred);
    EXPECT_EQ(count_rows(test, "message WHERE kind = 'referral'"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'refer_concern'"), 1);
    EXPECT_EQ(at_the_desk().sending.value().state, "waiting");
}

TEST_P(Referrals, AreNotMadeWhereTheAnswerIsNotTaken)
{
    EXPECT_THROW(pass_on(7), Refusal);
    EXPECT_THROW(
        answer_concern(
            test.app(),
            kSouthDesk,
            concern,
            1,
            {AnswerKind::done, kSentence, ""},
            {.partner = lamps}),
        Refusal);
    EXPECT_THROW(
        answer_concern(
            test.app(),
            kSouthDesk,
            concern,
            1,
            {AnswerKind::referred, kSentence, ""},
            {.partner = PartnerId{12345}}),
        Refusal);
    EXPECT_EQ(count_rows(test, "referral"), 0);
    EXPECT_EQ(count_rows(test, "message"), 0);
}

TEST_P(Referrals, TheLinkOpensForFourWeeksAndLookingChangesNothing)
{
    pass_on();
    auto const audited = count_rows(test, "audit");
    test.now += 28 * 24h - 1min;
    opened();
    EXPECT_EQ(count_rows(test, "audit"), audited);
    test.now += 2min;
    EXPECT_THROW(opened(), Refusal);
    EXPECT_FALSE(at_the_desk().is_link_open);
}

TEST_P(Referrals, WhatThePartnerSaysStandsInThePublicHistory)
{
    pass_on();
    EXPECT_EQ(reply(Reply::accept), std::nullopt);
    EXPECT_EQ(opened().referral.state, ReferralState::accepted);
    EXPECT_EQ(reply(Reply::done), std::nullopt);
    auto const seen = hers();
    ASSERT_EQ(seen.answers.size(), 3U);
    EXPECT_EQ(seen.answers[1].author(), Author::partner);
    EXPECT_EQ(seen.answers[2].body, "City Lamps");
    EXPECT_EQ(seen.concern.state, ConcernState::done);
    EXPECT_EQ(count_rows(test, "message WHERE kind = 'concern_answered'"), 3);
    EXPECT_EQ(
        count_rows(
            test,
            "audit WHERE action = 'answer_referral' AND actor_kind = 'partner' AND actor_id = " +
                std::to_string(lamps.value)),
        2);
}

TEST_P(Referrals, APromisedDateThatIsMissedTurnsRedByItself)
{
    auto const referral = passed_on();
    auto const due = hers().concern.raised + std::chrono::days{3};
    EXPECT_EQ(
        reply(referral, {.reply = Reply::plan, .sentence = kSentence, .due = due}), std::nullopt);
    EXPECT_EQ(hers().clock, ClockStatus::on_time);
    EXPECT_EQ(reply(Reply::accept), Refusal::invalid_input); // the promise would vanish
    test.now += 4 * 24h;
    EXPECT_EQ(hers().clock, ClockStatus::red);
}

TEST_P(Referrals, NotOursGivesItBackToTheDeskWithItsClock)
{
    pass_on();
    test.now += 27 * 24h;
    EXPECT_EQ(reply(Reply::not_ours), std::nullopt);
    EXPECT_EQ(hers().answers.back().body, "The railway");
    EXPECT_EQ(hers().concern.state, ConcernState::open);
    EXPECT_FALSE(opened().may_answer);
    test.now += 61 * 24h;
    EXPECT_EQ(hers().clock, ClockStatus::red); // from the day it was raised
}

TEST_P(Referrals, HandedOnTheOtherPartnerHasALinkOfItsOwn)
{
    auto const first = passed_on();
    auto const token = token_of_letter(test);
    EXPECT_EQ(
        reply(first, {.reply = Reply::hand_on, .sentence = kSentence}), Refusal::invalid_input);
    EXPECT_EQ(
        reply(first, {.reply = Reply::hand_on, .sentence = kSentence, .to = parks}), std::nullopt);
    EXPECT_EQ(opened().partner.name, "A park");
    EXPECT_EQ(hers().answers.back().body, "A park");
    EXPECT_EQ(hers().concern.state, ConcernState::referred);
    auto const again = require_referral(test.app(), token);
    EXPECT_EQ(again.referral.state, ReferralState::handed_on);
    EXPECT_EQ(reply(again, {.reply = Reply::done, .sentence = kSentence}), Refusal::conflict);
    EXPECT_EQ(reply(Reply::done), std::nullopt);
}

TEST_P(Referrals, EndWithALaterAnswerOfTheDesk)
{
    auto const referral = passed_on();
    answer_concern(test.app(), kSouthDesk, concern, 2, {AnswerKind::done, kSentence, ""});
    EXPECT_EQ(reply(referral, {.reply = Reply::done, .sentence = kSentence}), Refusal::conflict);
    EXPECT_EQ(reply(Reply::done), Refusal::conflict);
    EXPECT_EQ(at_the_desk().referral.state, ReferralState::ended);
    EXPECT_EQ(hers().answers.size(), 2U);
}

TEST_P(Referrals, OfTwoAtThePartnerWhoAnswerAtOnceOneWins)
{
    auto const referral = passed_on();
    EXPECT_EQ(reply(referral, {.sentence = kSentence}), std::nullopt);
    EXPECT_EQ(reply(referral, {.sentence = kSentence}), Refusal::conflict);
    EXPECT_EQ(hers().answers.size(), 2U);
}

TEST_P(Referrals, APartnersSentenceKeepsTheSameRules)
{
    auto const referral = passed_on();
    auto const says = [&](PartnerAnswer const& answer) {
        return check_partner_answer(test.app(), referral, answer);
    };
    EXPECT_NE(says({.sentence = "Done."}).find("sentence"), nullptr);
    EXPECT_NE(
        says({.sentence = "Women should avoid this street after dark."}).find("sentence"), nullptr);
    EXPECT_NE(says({.reply = Reply::plan, .sentence = kSentence}).find("due"), nullptr);
    EXPECT_NE(says({.reply = Reply::not_ours, .sentence = kSentence}).find("whose"), nullptr);
    EXPECT_NE(
        says({.sentence = "The lamps of Camden Street are mended."}).find("sentence"), nullptr);
    EXPECT_TRUE(says({.sentence = kSentence}).empty());
}

TEST_P(Referrals, AreForTheirOwnPartnerAlone)
{
    auto const referral = passed_on();
    auto const as = [&](Person const& person) {
        answer_referral(
            test.app(), person, referral.referral.id, {.sentence = kSentence, .version = 2});
    };
    EXPECT_THROW(as({.role = Role::partner, .id = parks.value}), Refusal);
    EXPECT_THROW(as(kSouthDesk), Refusal);
    EXPECT_THROW(require_referral(test.app(), "forged"), Refusal);
    EXPECT_EQ(hers().answers.size(), 1U);
}

TEST_P(Referrals, WhatSheTakesBackIsInNobodysHands)
{
    auto const referral = passed_on();
    withdraw_concern(test.app(), ana(test), concern);
    EXPECT_FALSE(opened().may_answer);
    EXPECT_EQ(reply(referral, {.reply = Reply::done, .sentence = kSentence}), Refusal::conflict);
    EXPECT_THROW(renew_referral(test.app(), kSouthDesk, referral.referral.id), Refusal);
}

TEST_P(Referrals, AnotherLinkTakesThePlaceOfTheFirst)
{
    auto const referral = passed_on();
    auto const token = token_of_letter(test);
    test.now += 40 * 24h;
    EXPECT_THROW(renew_referral(test.app(), kNorthDesk, referral.referral.id), Refusal);
    renew_referral(test.app(), kSouthDesk, referral.referral.id);
    EXPECT_NO_THROW(opened());
    EXPECT_THROW(require_referral(test.app(), token), Refusal);
    EXPECT_TRUE(at_the_desk().is_link_open);
}

TEST_P(Referrals, StandInTheListOfTheirUnitUntilTheyEnd)
{
    pass_on();
    EXPECT_EQ(list_referrals(test.app(), kSouthDesk, kSouth).referrals.size(), 1U);
    EXPECT_EQ(list_referrals(test.app(), kNorthDesk, kNorth).referrals.size(), 0U);
    EXPECT_THROW(list_referrals(test.app(), kNorthDesk, kSouth), Refusal);
    reply(Reply::done);
    EXPECT_EQ(list_referrals(test.app(), kSouthDesk, kSouth).referrals.size(), 0U);
}

TEST_P(Referrals, AreListedInPagesEachOnce)
{
    given_passers_by(test, 51, given_place());
    for (auto const& open :
         list_concerns(test.app(), kSouthDesk, {.bcu = kSouth, .limit = 500}).concerns) {
        answer_concern(
            test.app(),
            kSouthDesk,
            open.concern.id,
            open.concern.version,
            {AnswerKind::referred, "The council will look at these lamps.", ""},
            {.partner = lamps});
    }
    std::set<ReferralId> seen;
    auto page = list_referrals(test.app(), kSouthDesk, kSouth);
    EXPECT_EQ(page.referrals.size(), 50U);
    while (true) {
        for (auto const& entry : page.referrals) {
            EXPECT_TRUE(seen.insert(entry.referral.id).second);
            EXPECT_EQ(entry.partner, "City Lamps");
        }
        if (!page.next) {
            break;
        }
        page = list_referrals(test.app(), kSouthDesk, kSouth, page.next);
    }
    EXPECT_EQ(seen.size(), 52U);
}

} // namespace
} // namespace wt::app
