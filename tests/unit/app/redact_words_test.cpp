#include "app/concerns.hpp"
#include "app/own_concerns.hpp"
#include "app/redact_words.hpp"
#include "base/refusal.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

/// Ana said: "Three lamps are out."
class RedactWords : public AppOnBothDatabases
{
protected:
    RedactWords()
    {
        given_walk_with_two_women(test);
        concern = given_concern_of_ana(test);
    }

    void redact(std::string_view passage, Person const& person = kSouthDesk)
    {
        redact_words(test.app(), person, concern, passage, RedactionReason::names_somebody);
    }
    OwnConcern hers() { return list_own_concerns(test.app(), ana(test)).at(0); }

    ConcernId concern;
};
WT_ON_BOTH_DATABASES(RedactWords);

TEST_P(RedactWords, ThePassageIsGoneAndSheSeesThatAndWhy)
{
    redact(" lamps ");
    EXPECT_EQ(hers().words, "Three [removed] are out.");
    EXPECT_EQ(
        read_words(test.app(), kSouthDesk, concern, Reason::answering), "Three [removed] are out.");
    ASSERT_EQ(hers().redactions.size(), 1U);
    EXPECT_EQ(hers().redactions[0].reason, RedactionReason::names_somebody);
    EXPECT_EQ(hers().redactions[0].at, test.now);
    EXPECT_EQ(count_rows(test, "redaction WHERE staff_id = 41"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'redact_words'"), 1);
}

TEST_P(RedactWords, OnlyWhatStandsInThem)
{
    EXPECT_THROW(redact("trees"), Refusal);
    EXPECT_THROW(redact("  "), Refusal);
    correct_concern(test.app(), ana(test), concern, 1, {.words = ""});
    EXPECT_THROW(redact("lamps"), Refusal);
    EXPECT_EQ(count_rows(test, "redaction"), 0);
}

TEST_P(RedactWords, IsForTheirOwnDesk)
{
    EXPECT_THROW(redact("lamps", kNorthDesk), Refusal);
    EXPECT_THROW(redact("lamps", {.role = Role::oversight, .id = 64}), Refusal);
    EXPECT_EQ(hers().words, "Three lamps are out.");
}

} // namespace
} // namespace wt::app
