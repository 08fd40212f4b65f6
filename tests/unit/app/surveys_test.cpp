#include "app/retention.hpp"
#include "app/settings.hpp"
#include "app/survey_results.hpp"
#include "app/surveys.hpp"
#include "base/refusal.hpp"
#include "store/sql.hpp"
#include "store/surveys.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

constexpr Person kOversight{.role = Role::oversight, .id = 45};

class SurveysTest : public AppOnBothDatabases
{
protected:
    SurveysTest() { given_walk_with_two_women(test); }

    void given_state(std::string const& request, std::string const& walk)
    {
        store::Transaction tx{test.db()};
        store::execute(tx, "UPDATE request SET state = '" + request + "'");
        store::execute(tx, "UPDATE walk SET state = '" + walk + "'");
        tx.commit();
    }

    void answer(SurveyKind kind, SurveyChoices const& choices)
    {
        answer_survey(test.app(), ana(test), kAnasRequest, kind, choices);
    }

    /// `count` women who answered the first question so before and after.
    void given_pairs(int count, int before, int after)
    {
        for (int i = 0; i < count; ++i) {
            auto const pair = random_token();
            for (auto const& [kind, choice] :
                 {std::pair{SurveyKind::before, before}, std::pair{SurveyKind::after, after}}) {
                store::Transaction tx{test.db()};
                store::insert_survey(
                    tx,
                    {.id = {random_id()},
                     .kind = kind,
                     .bcu = kSouth,
                     .month = 683,
                     .person = pair,
                     .pair = pair,
                     .choices = {{std::string{kSafetyQuestion}, choice}}});
                tx.commit();
            }
        }
    }

    SurveyResult safety(Person const& person = kOversight)
    {
        return see_survey_results(test.app(), person, std::nullopt).of_women.front();
    }
};
WT_ON_BOTH_DATABASES(SurveysTest);

TEST_P(SurveysTest, SheIsAskedOnceBeforeAndOnceAfterHerWalk)
{
    EXPECT_EQ(find_survey(test.app(), ana(test), kAnasRequest), SurveyKind::before);
    answer(SurveyKind::before, {{"safe_after_dark", 3}, {"trust", 4}});
    EXPECT_EQ(find_survey(test.app(), ana(test), kAnasRequest), std::nullopt);
    EXPECT_THROW(answer(SurveyKind::before, {}), Refusal);
    given_state("walked", "held");
    EXPECT_EQ(find_survey(test.app(), ana(test), kAnasRequest), SurveyKind::after);
    answer(SurveyKind::after, {{"safe_after_dark", 1}});
    EXPECT_EQ(find_survey(test.app(), ana(test), kAnasRequest), std::nullopt);
    EXPECT_EQ(count_rows(test, "survey_answer"), 3);
}

TEST_P(SurveysTest, NobodyAnswersForAnother)
{
    EXPECT_EQ(find_survey(test.app(), bea(test), kAnasRequest), std::nullopt);
    EXPECT_THROW(
        answer_survey(test.app(), bea(test), kAnasRequest, SurveyKind::before, {}), Refusal);
}

TEST_P(SurveysTest, WhatNoQuestionHasIsRefused)
{
    EXPECT_THROW(answer(SurveyKind::before, {{"safe_after_dark", 4}}), Refusal);
    EXPECT_THROW(answer(SurveyKind::before, {{"trust", -1}}), Refusal);
    EXPECT_THROW(answer(SurveyKind::before, {{"learned", 0}}), Refusal);
    EXPECT_EQ(count_rows(test, "survey"), 0);
}

TEST_P(SurveysTest, TheRowsHoldNoIdOfHersNorTheAudit)
{
    answer(SurveyKind::before, {{"trust", 0}});
    store::Reading reading{test.db()};
    auto const row =
        store::find_row<std::string, std::string>(reading, "SELECT person, pair FROM survey")
            .value();
    auto const she = ana(test);
    EXPECT_NE(std::get<0>(row), she.pseudonym);
    EXPECT_NE(std::get<0>(row), std::get<1>(row));
    EXPECT_EQ(
        count_rows(
            test,
            "audit WHERE action = 'answer_survey' AND actor_id = 0 AND subject_kind = 'survey'"),
        1);
}

TEST_P(SurveysTest, HerCopyHasHerAnswers)
{
    answer(SurveyKind::before, {{"trust", 4}});
    auto const answers = list_own_survey_answers(test.app(), kAnasRequest);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().question, "trust");
    EXPECT_EQ(answers.front().choice, 4);
    EXPECT_TRUE(list_own_survey_answers(test.app(), kBeasRequest).empty());
}

TEST_P(SurveysTest, AfterHerErasureNoKeyLeadsToHerAnswersWhichStayAPair)
{
    answer(SurveyKind::before, {{"trust", 4}});
    given_state("walked", "held");
    answer(SurveyKind::after, {{"trust", 1}});
    auto const names = [&] {
        store::Reading reading{test.db()};
        return store::list_rows<std::string, std::string>(
            reading, "SELECT person, pair FROM survey ORDER BY kind");
    };
    auto const before = names();
    store::Transaction tx{test.db()};
    erase_for_retention(test.app(), tx, ana(test).id);
    tx.commit();
    auto const after = names();
    ASSERT_EQ(after.size(), 2U);
    EXPECT_EQ(after[0], after[1]);
    EXPECT_NE(std::get<0>(after[0]), std::get<0>(before[0]));
    EXPECT_NE(std::get<1>(after[0]), std::get<1>(before[0]));
}

TEST_P(SurveysTest, AnOfficerAnswersOncePerWalkThatWasHeld)
{
    EXPECT_FALSE(can_answer_survey(test.app(), kOfficer, kTheWalk));
    EXPECT_THROW(answer_officer_survey(test.app(), kOfficer, kTheWalk, {}), Refusal);
    given_state("walked", "held");
    EXPECT_FALSE(can_answer_survey(test.app(), kOtherOfficer, kTheWalk));
    EXPECT_TRUE(can_answer_survey(test.app(), kOfficer, kTheWalk));
    answer_officer_survey(test.app(), kOfficer, kTheWalk, {{"learned", 0}});
    EXPECT_THROW(answer_officer_survey(test.app(), kOfficer, kTheWalk, {{"learned", 0}}), Refusal);
    auto const results = see_survey_results(test.app(), kOversight, std::nullopt);
    EXPECT_EQ(results.officers.asked, 2);
    EXPECT_EQ(results.officers.answered, std::nullopt); // one: fewer than five
    EXPECT_EQ(results.of_officers.front().before, std::nullopt);
}

TEST_P(SurveysTest, SharesAndTheirChangeAreShownWhereEnoughStandOnEachSide)
{
    given_pairs(6, 3, 1);
    given_pairs(5, 0, 0);
    given_pairs(5, 2, 2);
    auto const result = safety();
    ASSERT_TRUE(result.before && result.after);
    EXPECT_EQ(result.before->good, 5);
    EXPECT_EQ(result.before->answered, 16);
    EXPECT_EQ(result.after->good, 11);
    ASSERT_TRUE(result.change);
    EXPECT_NEAR(result.change->value, 6.0 / 16, 1e-9);
    EXPECT_EQ(
        see_survey_results(test.app(), kOversight, kNorth).of_women.front().before, std::nullopt);
}

TEST_P(SurveysTest, OneWomanAgainstAllOthersIsNotShown)
{
    given_pairs(9, 3, 3);
    given_pairs(1, 3, 0);
    EXPECT_TRUE(safety().before); // nobody felt safe: no one's secret
    EXPECT_EQ(safety().after, std::nullopt);
    EXPECT_EQ(safety().change, std::nullopt);
}

TEST_P(SurveysTest, NonResponseIsCountedAndADeskSeesItsOwnUnitAlone)
{
    given_pairs(6, 3, 1);
    auto const results = see_survey_results(test.app(), kSouthDesk, std::nullopt);
    EXPECT_EQ(results.before.asked, 2);
    EXPECT_EQ(results.before.answered, 6);
    EXPECT_THROW(see_survey_results(test.app(), kSouthDesk, kNorth), Refusal);
    EXPECT_THROW(see_survey_results(test.app(), kOfficer, kSouth), Refusal);
    EXPECT_EQ(see_survey_results(test.app(), kNorthDesk, std::nullopt).before.answered, 0);
}

} // namespace
} // namespace wt::app
