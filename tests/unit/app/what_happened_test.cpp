#include "app/answer_concern.hpp"
#include "app/own_concerns.hpp"
#include "app/what_happened.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

namespace wt::app {
namespace {

using privacy::ListingLevel;

class WhatHappenedTest : public AppOnBothDatabases
{
protected:
    WhatHappenedTest() { given_walk_with_two_women(test); }

    // What was told joins the public list by whole weeks.
    WhatHappened seen(PublicFilter const& filter = {})
    {
        return what_happened(*test.a_week_later(), filter);
    }
    std::string seen_on_map() { return what_happened_geojson(*test.a_week_later(), {}); }
    /// Nothing if it has no public page.
    std::optional<PublicHistory> history_of(ConcernId concern)
    {
        return find_public_history(*test.a_week_later(), concern);
    }

    /// Level of the concern at a way.
    std::set<ListingLevel> levels()
    {
        std::set<ListingLevel> found;
        for (auto const& concern : seen().concerns) {
            found.insert(concern.level);
        }
        return found;
    }

    void given_reports(int count, ConcernPlace const& place)
    {
        for (int i = 0; i < count; ++i) {
            record_concern_at(
                test.app(),
                kVisitor,
                {.client_id = random_token(), .digest = "d", .category = Category::lighting},
                place);
        }
    }
};
WT_ON_BOTH_DATABASES(WhatHappenedTest);

TEST_P(WhatHappenedTest, OfFourPeopleInAUnitNothingIsTold)
{
    given_passers_by(test, 4, given_place());
    EXPECT_TRUE(seen().concerns.empty());
}

TEST_P(WhatHappenedTest, WhatWasToldJoinsTheListOnTheNextMonday)
{
    given_passers_by(test, 5, given_place());
    auto const day = std::chrono::floor<std::chrono::days>(test.now);
    auto const monday = day + (std::chrono::Monday - std::chrono::weekday{day});
    test.now = monday - std::chrono::hours{1};
    EXPECT_TRUE(what_happened(test.app(), {}).concerns.empty());
    test.now = monday + std::chrono::hours{1};
    EXPECT_EQ(what_happened(test.app(), {}).concerns.size(), 5U);
}

TEST_P(WhatHappenedTest, TheFifthOpensTheSegment)
{
    given_passers_by(test, 5, given_place());
    auto const result = seen();
    ASSERT_EQ(result.concerns.size(), 5U);
    EXPECT_EQ(result.concerns[0].point, given_place().segment.midpoint);
    EXPECT_EQ(result.concerns[0].street, "Camden Street");
}

TEST_P(WhatHappenedTest, EachIsPlacedAsCloselyAsFivePeopleAllow)
{
    given_passers_by(test, 3, given_place(1));
    given_passers_by(test, 2, given_place(2));
    EXPECT_EQ(levels(), std::set{ListingLevel::street});
    given_passers_by(test, 1, given_place(3, {1}, "Hope Lane"));
    EXPECT_EQ(levels(), (std::set{ListingLevel::street, ListingLevel::ward}));
    given_passers_by(test, 1, given_place(4, {2}, "Camden Street"));
    EXPECT_EQ(levels(), (std::set{ListingLevel::street, ListingLevel::ward, ListingLevel::bcu}));
    for (auto const& concern : seen().concerns) {
        EXPECT_FALSE(concern.point);
        EXPECT_EQ(concern.ward.has_value(), concern.level != ListingLevel::bcu);
        EXPECT_EQ(concern.street.empty(), concern.level != ListingLevel::street);
    }
}

TEST_P(WhatHappenedTest, OneWomanFiveTimesIsOnePerson)
{
    for (int i = 0; i < 5; ++i) {
        given_concern_of_ana(test, "from-ana-" + std::to_string(i));
    }
    EXPECT_TRUE(seen().concerns.empty());
}

TEST_P(WhatHappenedTest, InventedReportsDoNotPointAtAnybodyElse)
{
    auto const hers = given_concern_of_ana(test);
    given_reports(8, given_place());
    EXPECT_TRUE(seen().concerns.empty()) << "eight reports are one voice";
    given_passers_by(test, 3, given_place());
    EXPECT_EQ(seen().concerns.size(), 8U) << "with them, three others and her they are five";
    for (auto const& concern : seen().concerns) {
        EXPECT_NE(concern.id, hers) << "of those who were met there are four";
    }
}

TEST_P(WhatHappenedTest, WhatWouldPointAtPeopleHasNoPoint)
{
    given_passers_by(test, 6, given_place(), Category::kerb_crawling);
    ASSERT_EQ(seen().concerns.size(), 6U);
    EXPECT_EQ(levels(), std::set{ListingLevel::street});
    EXPECT_EQ(seen_on_map().find("Point"), std::string::npos);
}

TEST_P(WhatHappenedTest, ShowsTheLatestAnswerOfEachConcernAboutThePoliceToo)
{
    given_passers_by(test, 5, given_place(), Category::police);
    auto const id = seen().concerns[0].id;
    answer_concern(
        test.app(),
        kSouthDesk,
        id,
        1,
        {AnswerKind::referred, "It went to professional standards.", "The watchdog"});
    auto const result = seen({.state = ConcernState::referred});
    ASSERT_EQ(result.concerns.size(), 1U);
    EXPECT_EQ(result.concerns[0].latest->body, "The watchdog");
    EXPECT_EQ(result.concerns[0].latest->sentence, "It went to professional standards.");
    EXPECT_EQ(result.concerns[0].latest->answered_at, test.now);
    EXPECT_EQ(result.concerns[0].clock, ClockStatus::on_time);
    EXPECT_NE(seen_on_map().find("\"police\""), std::string::npos);
}

TEST_P(WhatHappenedTest, AWithdrawnConcernIsGoneAndNoLongerCounts)
{
    auto const hers = given_concern_of_ana(test);
    given_passers_by(test, 4, given_place());
    EXPECT_EQ(seen().concerns.size(), 5U);
    withdraw_concern(test.app(), ana(test), hers);
    EXPECT_TRUE(seen().concerns.empty());
}

TEST_P(WhatHappenedTest, EachServerForgetsItsCountsWhenAConcernIsTakenAwayAtAnother)
{
    auto const hers = given_concern_of_ana(test);
    given_passers_by(test, 4, given_place());
    auto const one = test.a_week_later();
    auto const other = test.a_week_later();
    EXPECT_EQ(what_happened(*one, {}).concerns.size(), 5U);
    EXPECT_EQ(what_happened(*other, {}).concerns.size(), 5U);
    withdraw_concern(*one, ana(test), hers);
    EXPECT_TRUE(what_happened(*one, {}).concerns.empty());
    EXPECT_TRUE(what_happened(*other, {}).concerns.empty());
}

TEST_P(WhatHappenedTest, AFilterByWardDoesNotTellOfWhatIsPlacedByUnitAlone)
{
    given_passers_by(test, 4, given_place(1));
    given_passers_by(test, 1, given_place(2, {2}, "Hope Lane"));
    EXPECT_EQ(seen().concerns.size(), 5U);
    EXPECT_TRUE(seen({.ward = WardId{2}}).concerns.empty());
}

TEST_P(WhatHappenedTest, PagesHoldEachConcernOnceNewestMonthFirst)
{
    given_passers_by(test, 5, given_place());
    test.now += std::chrono::hours{24 * 40};
    given_passers_by(test, 4, given_place());
    PublicFilter filter{.limit = 4};
    std::set<ConcernId> ids;
    std::vector<std::int64_t> months;
    do {
        auto const page = seen(filter);
        for (auto const& concern : page.concerns) {
            ids.insert(concern.id);
            months.push_back(concern.month);
        }
        filter.after = page.next;
    } while (filter.after);
    EXPECT_EQ(ids.size(), 9U);
    EXPECT_EQ(months.size(), 9U);
    EXPECT_TRUE(std::ranges::is_sorted(months, std::greater{}));
}

TEST_P(WhatHappenedTest, TheSixthPersonTellsTheDifferenceOfTwoDaysNothingFinerThanThePlaceOfFive)
{
    given_passers_by(test, 5, given_place(1));
    auto const before = seen().concerns.size();
    given_concern_of_ana(test); // at another segment of the same street
    for (auto const& concern : seen().concerns) {
        EXPECT_EQ(concern.point.has_value(), concern.level == ListingLevel::segment);
    }
    EXPECT_EQ(seen().concerns.size(), before + 1);
    EXPECT_EQ(levels(), (std::set{ListingLevel::segment, ListingLevel::street}));
}

TEST_P(WhatHappenedTest, OneConcernHasItsWholePublicHistory)
{
    given_passers_by(test, 5, given_place());
    auto const id = seen().concerns.at(0).id;
    answer_concern(
        test.app(),
        kSouthDesk,
        id,
        1,
        {AnswerKind::done, "Three lamps were repaired on Monday.", ""});
    answer_concern(
        test.app(),
        kSouthDesk,
        id,
        2,
        {AnswerKind::done, "The trees were cut back on Friday.", ""});

    auto const history = history_of(id);

    ASSERT_TRUE(history);
    ASSERT_EQ(history->answers.size(), 2U);
    EXPECT_EQ(history->answers[1].sentence, "The trees were cut back on Friday.");
    EXPECT_EQ(history->concern.street, "Camden Street");
}

TEST_P(WhatHappenedTest, TheNewsAreTheNewestAnswersToWhatIsListed)
{
    given_passers_by(test, 5, given_place());
    auto const concerns = seen().concerns;
    auto const answer = [&](ConcernId id, int version, char const* sentence) {
        answer_concern(
            test.app(), kSouthDesk, id, version, {AnswerKind::done, sentence, "", std::nullopt});
        test.now += std::chrono::hours{1};
    };
    answer(concerns[0].id, 1, "Three lamps were repaired on Monday.");
    answer(concerns[1].id, 1, "The trees were cut back on Friday.");
    answer(concerns[0].id, 2, "A fourth lamp was repaired, too.");
    EXPECT_TRUE(newest_answers(test.app(), {}).empty()) << "not in the week it was told";
    auto const news = newest_answers(*test.a_week_later(), {});
    ASSERT_EQ(news.size(), 3U);
    EXPECT_EQ(news[0].concern.id, concerns[0].id);
    EXPECT_EQ(news[0].answer.sentence, "A fourth lamp was repaired, too.");
    EXPECT_EQ(news[1].answer.sentence, "The trees were cut back on Friday.");
    EXPECT_EQ(news[2].answer.sentence, "Three lamps were repaired on Monday.");
}

TEST_P(WhatHappenedTest, WhatIsNotListedIsNoPageEither)
{
    given_passers_by(test, 3, given_place());
    auto const of_ana = given_concern_of_ana(test);
    EXPECT_FALSE(history_of(of_ana)); // four people
    given_passers_by(test, 1, given_place());
    EXPECT_TRUE(history_of(of_ana));
    EXPECT_THROW(public_history(test.app(), of_ana), Refusal) << "not in the week it was told";
    withdraw_concern(test.app(), ana(test), of_ana);
    EXPECT_FALSE(history_of(of_ana));
    EXPECT_FALSE(history_of(ConcernId{1}));
}

TEST_P(WhatHappenedTest, ThoseAskedForByNumberAreGivenOnlyWhereTheyAreListed)
{
    given_passers_by(test, 3, given_place());
    auto const of_ana = given_concern_of_ana(test);
    auto const found = [&](App& app) {
        return find_public_concerns(app, {of_ana, ConcernId{1}}).size();
    };
    EXPECT_EQ(found(*test.a_week_later()), 0U) << "four people";
    given_passers_by(test, 1, given_place());
    EXPECT_EQ(found(*test.a_week_later()), 1U);
    EXPECT_EQ(found(test.app()), 0U) << "not in the week it was told";
    std::vector<ConcernId> oldest_first;
    for (auto const& concern : seen().concerns) {
        oldest_first.insert(oldest_first.begin(), concern.id);
    }
    std::vector<ConcernId> order;
    for (auto const& concern : find_public_concerns(*test.a_week_later(), oldest_first)) {
        order.push_back(concern.id);
    }
    EXPECT_EQ(order, oldest_first);
    withdraw_concern(test.app(), ana(test), of_ana);
    EXPECT_EQ(found(*test.a_week_later()), 0U);
}

} // namespace
} // namespace wt::app
