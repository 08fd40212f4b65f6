#include "app/answer_concern.hpp"
#include "app/merge_concerns.hpp"
#include "app/own_concerns.hpp"
#include "app/take_back_answer.hpp"
#include "app/what_happened.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

AnswerForm const kDone{AnswerKind::done, "Three lamps were repaired on Monday.", ""};

/// Ana and Bea each said that the same stretch is badly lit.
class MergeConcerns : public AppOnBothDatabases
{
protected:
    MergeConcerns()
    {
        given_walk_with_two_women(test);
        anas = given_concern_of_ana(test);
        beas = given_concern_of_bea(given_place());
    }

    ConcernId
    given_concern_of_bea(ConcernPlace const& place, Category category = Category::lighting)
    {
        auto said = given_words_of_ana("from-bea-" + std::to_string(++told_));
        said.request = kBeasRequest;
        said.category = category;
        return record_concern_at(test.app(), kOfficer, said, place);
    }
    void merge() { merge_concern(test.app(), kSouthDesk, anas, beas); }
    AnswerId answer(ConcernId id, AnswerForm const& form = kDone, AnswerTies const& ties = {})
    {
        return answer_concern(test.app(), kSouthDesk, id, stored(id).version, form, ties);
    }
    store::StoredConcern stored(ConcernId id)
    {
        store::Reading reading{test.db()};
        return store::find_concern(reading, id).value();
    }
    std::vector<store::StoredConcern> near()
    {
        return list_companions(test.app(), kSouthDesk, anas).near;
    }
    OwnConcern hers(Participant const& she, ConcernId id)
    {
        auto const own = list_own_concerns(test.app(), she);
        return *std::ranges::find(
            own, id, [](OwnConcern const& entry) { return entry.concern.id; });
    }
    std::optional<PublicHistory> in_public(ConcernId id)
    {
        test.now += 24h * 7;
        auto history = find_public_history(test.app(), id);
        test.now -= 24h * 7;
        return history;
    }

    ConcernId anas;
    ConcernId beas;

private:
    int told_ = 0;
};
WT_ON_BOTH_DATABASES(MergeConcerns);

TEST_P(MergeConcerns, OffersWhatIsNearAndAboutTheSame)
{
    given_concern_of_bea(given_place(8));                // 111 m to the north
    given_concern_of_bea(given_place(), Category::path); // about something else
    withdraw_concern(test.app(), bea(test), given_concern_of_bea(given_place()));
    ASSERT_EQ(near().size(), 1U);
    EXPECT_EQ(near()[0].id, beas);
    EXPECT_EQ(near()[0].pseudonym, "");
    merge();
    EXPECT_TRUE(near().empty());
    EXPECT_TRUE(list_companions(test.app(), kSouthDesk, beas).near.empty());
}

TEST_P(MergeConcerns, NotWhatWasSaidLongBefore)
{
    test.now += 24h * 91;
    auto const late = given_concern_of_bea(given_place());
    EXPECT_THROW(merge_concern(test.app(), kSouthDesk, anas, late), Refusal);
    EXPECT_NO_THROW(merge());
}

TEST_P(MergeConcerns, OneAnswerIsForBothAndEachSaysWhatSheThinks)
{
    merge();
    auto const first = answer(anas);
    EXPECT_EQ(count_rows(test, "message WHERE kind = 'concern_answered'"), 2);
    auto const of_bea = hers(bea(test), beas).answers.at(0);
    EXPECT_EQ(of_bea.sentence, kDone.sentence);
    EXPECT_EQ(of_bea.place.together, first);
    give_verdict(test.app(), bea(test), of_bea.id, Verdict::did_not);
    EXPECT_EQ(stored(beas).state, ConcernState::open);
    EXPECT_EQ(stored(anas).state, ConcernState::done);
    EXPECT_THROW(answer(beas), Refusal) << "the leading one is answered";
}

TEST_P(MergeConcerns, WhatStandsAlreadyIsForBoth)
{
    answer(anas);
    merge();
    EXPECT_EQ(stored(beas).state, ConcernState::done);
    EXPECT_EQ(hers(bea(test), beas).answers.size(), 1U);
}

TEST_P(MergeConcerns, TakenApartEachIsAnsweredByItself)
{
    merge();
    answer(anas);
    separate_concern(test.app(), kSouthDesk, beas);
    answer(beas, {AnswerKind::will_not, "The lamps stay off in summer.", ""});
    EXPECT_EQ(hers(bea(test), beas).answers.size(), 2U);
    EXPECT_EQ(stored(anas).state, ConcernState::done);
    EXPECT_EQ(list_companions(test.app(), kSouthDesk, anas).mergings.size(), 2U);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'merge_concerns'"), 4);
    EXPECT_THROW(separate_concern(test.app(), kSouthDesk, beas), Refusal);
}

TEST_P(MergeConcerns, WhatIsTakenBackIsTakenBackOfBoth)
{
    merge();
    take_back_answer(test.app(), kSouthDesk, answer(anas));
    EXPECT_EQ(stored(beas).state, ConcernState::open);
    EXPECT_EQ(count_rows(test, "message WHERE kind = 'concern_answered'"), 0);
}

TEST_P(MergeConcerns, ACorrectionIsOneForBoth)
{
    merge();
    auto const first = answer(anas);
    answer(anas, {AnswerKind::done, "Two lamps were repaired on Monday.", ""}, {.corrects = first});
    EXPECT_TRUE(hers(bea(test), beas).answers.at(0).place.corrected_at);
}

TEST_P(MergeConcerns, NoChainOfFollowersComesAbout)
{
    auto const third = given_concern_of_bea(given_place());
    merge();
    EXPECT_THROW(merge_concern(test.app(), kSouthDesk, beas, third), Refusal);
    EXPECT_THROW(merge_concern(test.app(), kSouthDesk, third, anas), Refusal);
    EXPECT_THROW(merge_concern(test.app(), kSouthDesk, anas, anas), Refusal);
    EXPECT_NO_THROW(merge_concern(test.app(), kSouthDesk, anas, third));
}

TEST_P(MergeConcerns, ALeadingConcernThatIsWithdrawnLetsTheOthersGo)
{
    merge();
    withdraw_concern(test.app(), ana(test), anas);
    EXPECT_FALSE(stored(beas).lead);
    EXPECT_NO_THROW(answer(beas));
}

TEST_P(MergeConcerns, IsForTheirOwnDesk)
{
    EXPECT_THROW(merge_concern(test.app(), kNorthDesk, anas, beas), Refusal);
    merge();
    EXPECT_THROW(separate_concern(test.app(), kNorthDesk, beas), Refusal);
    EXPECT_THROW(list_companions(test.app(), kNorthDesk, anas), Refusal);
}

TEST_P(MergeConcerns, NotWhereThePublicSeesOneMoreCloselyThanTheOther)
{
    auto beside = given_place(7, {1}, "Hope Lane");
    beside.segment.way = 70;
    beside.segment.midpoint.lat += 0.0002; // 22 m to the north
    auto const other = given_concern_of_bea(beside);
    given_passers_by(test, 5, given_place());
    test.now += 24h * 7;
    EXPECT_THROW(merge_concern(test.app(), kSouthDesk, anas, other), Refusal);
}

TEST_P(MergeConcerns, TheSameAnswerTellsNobodyMoreOfEither)
{
    auto beside = given_place(7, {1}, "Hope Lane");
    beside.segment.way = 70;
    beside.segment.midpoint.lat += 0.0002;
    auto const other = given_concern_of_bea(beside);
    merge_concern(test.app(), kSouthDesk, anas, other); // when the public saw neither
    EXPECT_THROW(
        answer(anas, {AnswerKind::done, "The lamps of Hope Lane burn again.", ""}), Refusal);
    answer(anas);
    given_passers_by(test, 5, given_place());
    auto const seen = in_public(anas);
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->concern.level, privacy::ListingLevel::ward) << "the other one is seen so";
    separate_concern(test.app(), kSouthDesk, other);
    EXPECT_EQ(in_public(anas)->concern.level, privacy::ListingLevel::ward);
    EXPECT_TRUE(in_public(other)->answers.at(0).place.together);
}

TEST_P(MergeConcerns, EachCountsAsItsOwnVoice)
{
    merge();
    given_passers_by(test, 3, given_place());
    auto const seen = in_public(beas);
    ASSERT_TRUE(seen) << "five people";
    EXPECT_EQ(seen->concern.level, privacy::ListingLevel::segment);
}

} // namespace
} // namespace wt::app
