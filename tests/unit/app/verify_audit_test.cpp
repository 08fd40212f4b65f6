#include "app/answer_concern.hpp"
#include "app/verify_audit.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

/// Two concerns with three answers.
class AnswerChains : public AppOnBothDatabases
{
protected:
    AnswerChains()
    {
        given_walk_with_two_women(test);
        hers = given_concern_of_ana(test);
        other = given_concern_of_ana(test, "from-ana-2");
        answer(hers, 1, "Three lamps were repaired on Monday.");
        answer(hers, 2, "A fourth lamp was repaired, too.");
        answer(other, 1, "The trees were cut back on Friday.");
    }

    void answer(ConcernId concern, int version, char const* sentence)
    {
        answer_concern(test.app(), kSouthDesk, concern, version, {AnswerKind::done, sentence, ""});
    }
    store::AnswerCheck check()
    {
        return verify_audit(test.app(), {.role = Role::oversight, .id = 1}).answers;
    }
    /// What someone with the database, but without the key, could do.
    void tamper(std::string const& statement)
    {
        store::Transaction tx{test.db()};
        if (tx.dialect() == store::Dialect::postgresql) {
            store::execute(tx, "ALTER TABLE answer DISABLE TRIGGER USER");
        } else {
            store::execute(tx, "DROP TRIGGER answer_no_UPDATE");
            store::execute(tx, "DROP TRIGGER answer_no_DELETE");
        }
        store::execute(tx, statement);
        tx.commit();
    }

    ConcernId hers;
    ConcernId other;
};
WT_ON_BOTH_DATABASES(AnswerChains);

TEST_P(AnswerChains, HoldUntilSomebodyChangesAnAnswer)
{
    EXPECT_EQ(check().chained, 3);
    EXPECT_EQ(check().unchained, 0);
    EXPECT_FALSE(check().first_broken);
    tamper("UPDATE answer SET sentence = 'All lamps burn, we say.' WHERE sequence = 2");
    EXPECT_EQ(check().first_broken, hers);
}

TEST_P(AnswerChains, BreakWhereAnAnswerIsMissing)
{
    tamper("DELETE FROM answer WHERE sentence LIKE 'The trees%'");
    EXPECT_EQ(check().first_broken, other);
}

TEST_P(AnswerChains, BreakWhereAnAnswerLosesItsHash)
{
    tamper("UPDATE answer SET hash = '', answered_at = answered_at + 1 WHERE sequence = 1");
    EXPECT_TRUE(check().first_broken);
}

TEST_P(AnswerChains, KnowAnswersFromBeforeThereWereChains)
{
    tamper("UPDATE answer SET hash = '', answered_at = 5");
    EXPECT_FALSE(check().first_broken);
    EXPECT_EQ(check().unchained, 3);
    answer(other, 2, "The trees were cut back once more.");
    EXPECT_FALSE(check().first_broken);
    EXPECT_EQ(check().chained, 1);
}

} // namespace
} // namespace wt::app
