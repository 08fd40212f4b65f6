#include "app/answer_concern.hpp"
#include "app/answer_referral.hpp"
#include "app/desk_referrals.hpp"
#include "app/own_concerns.hpp"
#include "app/take_back_answer.hpp"
#include "app/what_happened.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

AnswerForm const kDone{AnswerKind::done, "Three lamps were repaired on Monday.", ""};

/// Ana raised a concern, and the desk has answered it.
class TakeBackAnswer : public AppOnBothDatabases
{
protected:
    TakeBackAnswer()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        concern = given_concern_of_ana(test);
    }

    AnswerId answer(AnswerForm const& form = kDone, AnswerTies const& ties = {})
    {
        return answer_concern(test.app(), kSouthDesk, concern, hers().concern.version, form, ties);
    }
    /// What it is refused with; nothing if it is taken back.
    std::optional<Refusal::Kind> take_back(AnswerId id, Person const& person = kSouthDesk)
    {
        try {
            take_back_answer(test.app(), person, id);
        } catch (Refusal const& refusal) {
            return refusal.kind();
        }
        return std::nullopt;
    }
    OwnConcern hers() { return list_own_concerns(test.app(), ana(test)).at(0); }

    ConcernId concern;
};
WT_ON_BOTH_DATABASES(TakeBackAnswer);

TEST_P(TakeBackAnswer, TheConcernIsAsItWasAndTheHistoryShowsBoth)
{
    answer(
        {AnswerKind::planned,
         "New lamps come before the winter ends.",
         "The council",
         Day{std::chrono::days{20'800}}});
    test.now += 1h;
    auto const second = answer();
    EXPECT_EQ(take_back(second), std::nullopt);
    auto const seen = hers();
    EXPECT_EQ(seen.concern.state, ConcernState::planned);
    ASSERT_EQ(seen.answers.size(), 3U);
    EXPECT_EQ(seen.answers[1].place.taken_back_at, test.now);
    EXPECT_TRUE(seen.answers[2].place.takes_back);
    EXPECT_EQ(store::find_latest(seen.answers)->kind, AnswerKind::planned);
    EXPECT_EQ(count_rows(test, "audit WHERE reason = 'taken_back'"), 1);
    given_passers_by(test, 5, given_place());
    test.now += 24h * 7;
    EXPECT_EQ(newest_answers(test.app(), {}).size(), 1U);
}

TEST_P(TakeBackAnswer, HerMessageDoesNotLeave)
{
    auto const first = answer();
    EXPECT_EQ(count_rows(test, "message WHERE kind = 'concern_answered'"), 1);
    take_back(first);
    EXPECT_EQ(count_rows(test, "message WHERE kind = 'concern_answered'"), 0);
}

TEST_P(TakeBackAnswer, IsForItsAuthorWithinTenMinutes)
{
    auto const first = answer();
    EXPECT_EQ(take_back(first, kNorthDesk), Refusal::forbidden);
    EXPECT_EQ(take_back(first, {.role = Role::desk, .id = 65, .bcu = kSouth}), Refusal::conflict);
    test.now += 10min;
    EXPECT_EQ(take_back(first), Refusal::conflict);
    test.now -= 1min;
    EXPECT_EQ(take_back(first), std::nullopt);
    EXPECT_EQ(take_back(first), Refusal::conflict) << "once is enough";
    EXPECT_EQ(take_back(AnswerId{12345}), Refusal::not_found);
}

TEST_P(TakeBackAnswer, NotOnceSomebodyHasSaidSomethingToIt)
{
    auto const first = answer();
    give_verdict(test.app(), ana(test), first, Verdict::did_not);
    EXPECT_EQ(take_back(first), Refusal::conflict);
    auto const second = answer();
    answer();
    EXPECT_EQ(take_back(second), Refusal::conflict);
}

TEST_P(TakeBackAnswer, SheSaysWhatSheThinksOfTheOneBefore)
{
    auto const first = answer();
    auto const second = answer();
    take_back(second);
    EXPECT_THROW(give_verdict(test.app(), ana(test), second, Verdict::helped), Refusal);
    give_verdict(test.app(), ana(test), first, Verdict::not_true);
    EXPECT_EQ(hers().concern.state, ConcernState::open);
}

TEST_P(TakeBackAnswer, WhatWasPassedOnIsNot)
{
    auto const lamps = given_partner(test);
    AnswerForm const form{AnswerKind::referred, "We passed this to those who know lamps.", ""};
    EXPECT_EQ(take_back(answer(form, {.partner = lamps})), std::nullopt);
    EXPECT_EQ(count_rows(test, "message"), 0);
    EXPECT_EQ(
        list_referrals_of(test.app(), kSouthDesk, concern).at(0).referral.state,
        ReferralState::ended);
}

TEST_P(TakeBackAnswer, WhatItEndedIsWithItsPartnerAgain)
{
    auto const lamps = given_partner(test);
    answer(
        {AnswerKind::referred, "We passed this to those who know lamps.", ""}, {.partner = lamps});
    take_back(answer());
    EXPECT_EQ(hers().concern.state, ConcernState::referred);
    EXPECT_EQ(
        list_referrals_of(test.app(), kSouthDesk, concern).at(0).referral.state,
        ReferralState::sent);
    EXPECT_TRUE(require_referral(test.app(), token_of_letter(test)).may_answer);
}

TEST_P(TakeBackAnswer, ACorrectionTakenBackLeavesTheFirstStanding)
{
    auto const first = answer();
    take_back(
        answer({AnswerKind::done, "Two lamps were repaired on Monday.", ""}, {.corrects = first}));
    EXPECT_FALSE(hers().answers[0].place.corrected_at);
    EXPECT_NO_THROW(answer(kDone, {.corrects = first}));
    EXPECT_TRUE(hers().answers[0].place.corrected_at);
}

} // namespace
} // namespace wt::app
