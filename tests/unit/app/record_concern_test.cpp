#include "app/record_concern.hpp"
#include "base/refusal.hpp"
#include "store/concerns.hpp"
#include "support/given_concerns.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

class RecordConcern : public AppOnBothDatabases
{
protected:
    RecordConcern() { given_walk_with_two_women(test); }

    ConcernId record(Person const& person, NewConcern const& concern, Participant* she = nullptr)
    {
        return record_concern_at(test.app(), person, concern, given_place(), she);
    }
    store::StoredConcern stored(ConcernId id)
    {
        store::Reading reading{test.db()};
        return store::find_concern(reading, id).value();
    }
};
WT_ON_BOTH_DATABASES(RecordConcern);

NewConcern const kReport{
    .client_id = "from-the-street", .digest = "d", .category = Category::upkeep, .severity = 1};

TEST_P(RecordConcern, KeepsTheSegmentAndHerPseudonymAndHerWordsSealed)
{
    auto const concern = stored(given_concern_of_ana(test));
    EXPECT_EQ(concern.segment, given_place().segment);
    EXPECT_EQ(concern.pseudonym, ana(test).pseudonym);
    EXPECT_EQ(concern.raised, Day{std::chrono::days{20789}}); // 2 December 2026
    EXPECT_EQ(concern.state, ConcernState::open);
    EXPECT_EQ(count_rows(test, "concern_private WHERE sealed LIKE '%lamps%'"), 0);
    EXPECT_EQ(count_rows(test, "concern_private"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'record_concern' AND reason = 'the_walk'"), 1);
}

TEST_P(RecordConcern, TheSameBodyTwiceIsOneConcern)
{
    auto const first = given_concern_of_ana(test);
    EXPECT_EQ(given_concern_of_ana(test), first);
    EXPECT_EQ(count_rows(test, "concern"), 1);
    EXPECT_EQ(count_rows(test, "audit"), 1);
}

TEST_P(RecordConcern, AnotherBodyUnderTheSameIdIsAConflict)
{
    given_concern_of_ana(test);
    auto other = given_words_of_ana();
    other.digest = "another digest";
    EXPECT_EQ(refusal_of([&] { record(kOfficer, other); }), Refusal::conflict);
}

TEST_P(RecordConcern, TheDigestIsNotStoredAsItIs)
{
    given_concern_of_ana(test);
    EXPECT_EQ(count_rows(test, "concern WHERE client_digest = 'a digest'"), 0);
}

TEST_P(RecordConcern, AnOfficerRecordsOnHerOwnWalkAlone)
{
    EXPECT_EQ(refusal_of([&] { record(kOtherOfficer, given_words_of_ana()); }), Refusal::not_found);
    auto stranger = given_words_of_ana();
    stranger.request = RequestId{99};
    EXPECT_EQ(refusal_of([&] { record(kOfficer, stranger); }), Refusal::not_found);
}

TEST_P(RecordConcern, EachPasserByIsSomebodyElseWithoutWords)
{
    given_passers_by(test, 2, given_place());
    EXPECT_EQ(count_rows(test, "(SELECT DISTINCT pseudonym FROM concern) AS people"), 2);
    auto with_words = given_words_of_ana();
    with_words.source = ConcernSource::passer_by;
    EXPECT_EQ(refusal_of([&] { record(kOfficer, with_words); }), Refusal::invalid_input);
}

TEST_P(RecordConcern, AVisitorReportsAPlaceWithoutWordsAndWithoutAWalk)
{
    auto const concern = stored(record(kVisitor, kReport));
    EXPECT_EQ(concern.source, ConcernSource::report);
    EXPECT_FALSE(concern.walk);
    auto with_words = kReport;
    with_words.words = "It is dark.";
    EXPECT_EQ(refusal_of([&] { record(kVisitor, with_words); }), Refusal::invalid_input);
    EXPECT_EQ(refusal_of([&] { record(kVisitor, given_words_of_ana()); }), Refusal::invalid_input);
}

TEST_P(RecordConcern, AParticipantsReportIsHersWithHerWords)
{
    auto she = bea(test);
    auto report = kReport;
    report.words = "It smells.";
    auto const concern = stored(record(she.person(), report, &she));
    EXPECT_EQ(concern.pseudonym, she.pseudonym);
    EXPECT_EQ(count_rows(test, "concern_private WHERE participant_id = 52"), 1);
}

TEST_P(RecordConcern, SaysAllThatIsWrong)
{
    NewConcern const wrong{
        .client_id = "short",
        .digest = "d",
        .severity = 4,
        .source = ConcernSource::walk,
        .walk = kTheWalk,
        .words = std::string(2001, 'a')};
    EXPECT_EQ(check_concern(wrong, true).list().size(), 4U);
}

} // namespace
} // namespace wt::app
