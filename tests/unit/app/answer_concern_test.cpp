#include "app/answer_concern.hpp"
#include "app/concerns.hpp"
#include "app/own_concerns.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"
#include "support/given_staff.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <barrier>
#include <thread>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

AnswerForm const kDone{AnswerKind::done, "Three lamps were repaired on Monday.", ""};

class AnswerConcern : public AppOnBothDatabases
{
protected:
    AnswerConcern()
    {
        given_walk_with_two_women(test);
        concern = given_concern_of_ana(test);
    }

    AnswerId answer(int version, AnswerForm const& form = kDone)
    {
        return answer_concern(test.app(), kSouthDesk, concern, version, form);
    }
    OwnConcern hers() { return list_own_concerns(test.app(), ana(test)).at(0); }

    ConcernId concern;
};
WT_ON_BOTH_DATABASES(AnswerConcern);

TEST_P(AnswerConcern, MovesItsStateTellsHerAndIsAudited)
{
    answer(1);
    auto const seen = hers();
    EXPECT_EQ(seen.concern.state, ConcernState::done);
    EXPECT_EQ(seen.clock, ClockStatus::stopped);
    ASSERT_EQ(seen.answers.size(), 1U);
    EXPECT_EQ(seen.answers[0].body, "Demonstration Police");
    EXPECT_EQ(
        count_rows(test, "message WHERE kind = 'concern_answered' AND participant_id = 51"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'answer_concern'"), 1);
}

TEST_P(AnswerConcern, OfTwoWhoAnswerAtOnceOneWins)
{
    answer(1);
    EXPECT_THROW(answer(1), Refusal);
    EXPECT_EQ(count_rows(test, "answer"), 1);
    EXPECT_EQ(count_rows(test, "message"), 1);
}

TEST_P(AnswerConcern, OfTwoDesksInTheSameMomentOneWinsAndTheOtherIsTold)
{
    Person const colleague{.role = Role::desk, .id = 65, .bcu = kSouth};
    given_session(test, colleague);
    std::barrier together{2};
    std::array<std::string, 2> told;
    auto const answer_as = [&](Person const& person, std::string& outcome) {
        together.arrive_and_wait();
        try {
            answer_concern(test.app(), person, concern, 1, kDone);
        } catch (Refusal const& refusal) {
            outcome = refusal.what();
        }
    };
    {
        std::jthread const one{[&] { answer_as(kSouthDesk, told[0]); }};
        std::jthread const other{[&] { answer_as(colleague, told[1]); }};
    }
    std::ranges::sort(told);
    EXPECT_EQ(told[0], "");
    EXPECT_EQ(told[1], "This concern has been answered or changed meanwhile. Look at it again.");
    EXPECT_EQ(count_rows(test, "answer"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'answer_concern'"), 1);
}

TEST_P(AnswerConcern, NeedsADecentSentenceAndTheUnitsOwnDesk)
{
    EXPECT_THROW(answer(1, {AnswerKind::done, "Done.", ""}), Refusal);
    EXPECT_THROW(answer_concern(test.app(), kNorthDesk, concern, 1, kDone), Refusal);
    EXPECT_EQ(count_rows(test, "answer"), 0);
}

TEST_P(AnswerConcern, NamesTheStreetOnlyWhereThePublicSeesIt)
{
    AnswerForm const form{
        AnswerKind::done, "Three lamps in CAMDEN\nStreet’s east were repaired.", ""};
    EXPECT_THROW(answer(1, form), Refusal);
    EXPECT_EQ(check_answer(test.app(), concern, form).list().at(0).field, "sentence");
    given_passers_by(test, 5, given_place(8));
    test.now += 24h * 7;
    EXPECT_TRUE(check_answer(test.app(), concern, form).empty());
    EXPECT_NO_THROW(answer(1, form));
}

TEST_P(AnswerConcern, MayBeAboutAWayWithoutAName)
{
    given_passers_by(test, 1, given_place(9, {1}, ""));
    auto const page = list_concerns(test.app(), kSouthDesk, {.bcu = kSouth});
    auto const row = std::ranges::find(
        page.concerns, "", [](DeskConcern const& entry) { return entry.concern.street; });
    ASSERT_NE(row, page.concerns.end());
    EXPECT_TRUE(check_answer(test.app(), row->concern.id, kDone).empty());
}

TEST_P(AnswerConcern, HistoryIsNeverChanged)
{
    answer(1);
    answer(2, {AnswerKind::will_not, "The lamps stay off in summer.", ""});
    EXPECT_EQ(hers().answers.size(), 2U);
    EXPECT_EQ(hers().answers[0].sentence, kDone.sentence);
}

TEST_P(AnswerConcern, APasserByIsToldNothing)
{
    given_passers_by(test, 1, given_place(9));
    auto const page = list_concerns(test.app(), kSouthDesk, {.bcu = kSouth});
    for (auto const& row : page.concerns) {
        if (row.concern.source == ConcernSource::passer_by) {
            answer_concern(test.app(), kSouthDesk, row.concern.id, 1, kDone);
        }
    }
    EXPECT_EQ(count_rows(test, "answer"), 1);
    EXPECT_EQ(count_rows(test, "message"), 0);
}

TEST_P(AnswerConcern, NotTrueReopensItAndBothStayInTheHistory)
{
    auto const first = answer(1);
    give_verdict(test.app(), ana(test), first, Verdict::not_true);
    EXPECT_EQ(hers().concern.state, ConcernState::open);
    EXPECT_EQ(hers().answers[0].verdict, Verdict::not_true);

    test.now += 24h * 61; // 40 working days, Christmas and New Year not counted
    EXPECT_EQ(hers().clock, ClockStatus::red); // from the day it was raised
    answer(hers().concern.version);
    EXPECT_EQ(hers().answers.size(), 2U);
    EXPECT_EQ(hers().answers[0].verdict, Verdict::not_true);
    EXPECT_EQ(hers().concern.state, ConcernState::done);
}

TEST_P(AnswerConcern, HelpedKeepsItsState)
{
    give_verdict(test.app(), ana(test), answer(1), Verdict::helped);
    EXPECT_EQ(hers().concern.state, ConcernState::done);
}

TEST_P(AnswerConcern, AVerdictIsHersOnTheLatestAnswerAndOnce)
{
    auto const first = answer(1);
    EXPECT_THROW(give_verdict(test.app(), bea(test), first, Verdict::helped), Refusal);
    auto const second = answer(2);
    EXPECT_THROW(give_verdict(test.app(), ana(test), first, Verdict::helped), Refusal);
    give_verdict(test.app(), ana(test), second, Verdict::helped);
    EXPECT_NO_THROW(give_verdict(test.app(), ana(test), second, Verdict::helped));
    EXPECT_THROW(give_verdict(test.app(), ana(test), second, Verdict::did_not), Refusal);
    EXPECT_EQ(count_rows(test, "verdict"), 1);
    EXPECT_EQ(hers().concern.state, ConcernState::done);
}

TEST_P(AnswerConcern, ADeskThatHasNotSeenHerVerdictIsAConflict)
{
    auto const first = answer(1);
    give_verdict(test.app(), ana(test), first, Verdict::did_not);
    EXPECT_THROW(answer(2), Refusal);
}

} // namespace
} // namespace wt::app
