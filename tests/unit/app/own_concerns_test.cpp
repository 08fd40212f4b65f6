#include "app/answer_concern.hpp"
#include "app/concerns.hpp"
#include "app/own_concerns.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

class OwnConcerns : public AppOnBothDatabases
{
protected:
    OwnConcerns()
    {
        given_walk_with_two_women(test);
        concern = given_concern_of_ana(test);
    }

    OwnConcern hers() { return list_own_concerns(test.app(), ana(test)).at(0); }
    std::optional<std::string> words_at_the_desk(Person const& desk = kSouthDesk)
    {
        return read_words(test.app(), desk, concern, Reason::answering);
    }

    ConcernId concern;
};
WT_ON_BOTH_DATABASES(OwnConcerns);

TEST_P(OwnConcerns, SheSeesHersAloneWithHerWords)
{
    EXPECT_EQ(hers().words, "Three lamps are out.");
    EXPECT_TRUE(list_own_concerns(test.app(), bea(test)).empty());
}

TEST_P(OwnConcerns, SheCorrectsWhatWasRecorded)
{
    correct_concern(
        test.app(), ana(test), concern, 1, {Category::path, 3, FeltWhen::day, "Four lamps."});
    EXPECT_EQ(hers().concern.category, Category::path);
    EXPECT_EQ(hers().concern.severity, 3);
    EXPECT_EQ(hers().concern.felt, FeltWhen::day);
    EXPECT_EQ(hers().words, "Four lamps.");
    EXPECT_THROW(
        correct_concern(test.app(), ana(test), concern, 1, {Category::path, 3, {}, ""}), Refusal);
}

TEST_P(OwnConcerns, NobodyElseCorrectsOrWithdrawsThem)
{
    EXPECT_THROW(
        correct_concern(test.app(), bea(test), concern, 1, {Category::path, 3, {}, ""}), Refusal);
    EXPECT_THROW(withdraw_concern(test.app(), bea(test), concern), Refusal);
}

TEST_P(OwnConcerns, WithdrawingErasesHerWordsAndEndsIt)
{
    withdraw_concern(test.app(), ana(test), concern);
    withdraw_concern(test.app(), ana(test), concern);
    EXPECT_EQ(hers().concern.state, ConcernState::withdrawn);
    EXPECT_EQ(count_rows(test, "concern_private"), 0);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'withdraw_concern'"), 1);
    EXPECT_THROW(
        answer_concern(
            test.app(),
            kSouthDesk,
            concern,
            hers().concern.version,
            {AnswerKind::done, "Three lamps were repaired on Monday.", ""}),
        Refusal);
}

TEST_P(OwnConcerns, TheDeskReadsHerWordsWithAReasonAndItIsWrittenDown)
{
    EXPECT_EQ(words_at_the_desk(), "Three lamps are out.");
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'read_words' AND reason = 'answering'"), 1);
    EXPECT_THROW(read_words(test.app(), kSouthDesk, concern, Reason::none), Refusal);
    EXPECT_THROW(words_at_the_desk(kNorthDesk), Refusal);
    EXPECT_THROW(words_at_the_desk({.role = Role::oversight, .id = 1}), Refusal);
}

TEST_P(OwnConcerns, ErasingHerLeavesTheConcernWithoutHer)
{
    {
        store::Transaction tx{test.db()};
        store::erase_participant(tx, ana(test).id, "nobody", test.now);
        tx.commit();
    }
    EXPECT_EQ(words_at_the_desk(), std::nullopt);
    EXPECT_EQ(count_rows(test, "concern WHERE pseudonym = 'nobody'"), 1);
}

TEST_P(OwnConcerns, TheDeskSeesItsUnitOldestFirstPageByPage)
{
    test.now += 24h;
    given_passers_by(test, 4, given_place(9));
    test.now += 24h * 35;
    DeskFilter filter{.bcu = kSouth, .limit = 2};
    std::vector<ConcernId> seen;
    do {
        auto const page = list_concerns(test.app(), kSouthDesk, filter);
        for (auto const& row : page.concerns) {
            EXPECT_EQ(row.clock, ClockStatus::amber);
            EXPECT_TRUE(row.concern.pseudonym.empty());
            seen.push_back(row.concern.id);
        }
        filter.after = page.next;
    } while (filter.after);
    ASSERT_EQ(seen.size(), 5U);
    EXPECT_EQ(seen.front(), concern);
    EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), 5U);
    EXPECT_THROW(list_concerns(test.app(), kNorthDesk, filter), Refusal);
}

TEST_P(OwnConcerns, TheDeskFilters)
{
    given_passers_by(test, 1, given_place(9, {2}), Category::police);
    auto const count = [&](DeskFilter const& filter) {
        return list_concerns(test.app(), kSouthDesk, filter).concerns.size();
    };
    EXPECT_EQ(count({.bcu = kSouth, .category = Category::police}), 1U);
    EXPECT_EQ(count({.bcu = kSouth, .ward = WardId{1}}), 1U);
    EXPECT_EQ(count({.bcu = kSouth, .state = ConcernState::done}), 0U);
}

} // namespace
} // namespace wt::app
