#include "app/answer_concern.hpp"
#include "app/news.hpp"
#include "app/news_digest.hpp"
#include "app/outbox.hpp"
#include "app/retention.hpp"
#include "base/refusal.hpp"
#include "store/concerns.hpp"
#include "support/given_concerns.hpp"
#include "support/keeping_channel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

/// Somebody wants news of ward 1, or of the whole unit.
class NewsTest : public AppOnBothDatabases
{
protected:
    NewsTest()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        auto kept = std::make_unique<KeepingChannel>();
        email = kept.get();
        channels = {.email = std::move(kept), .text = std::make_unique<KeepingChannel>()};
    }

    void ask(std::string const& address, std::optional<WardId> ward = WardId{1})
    {
        ask_for_news(test.app(), {.bcu = kSouth, .ward = ward, .address = address});
        send_all();
    }
    void send_all()
    {
        while (send_one_message(test.app(), channels)) {
        }
    }
    std::string token()
    {
        auto const& text = email->sent.back().text;
        auto const at = text.find("/news/") + 6;
        return text.substr(at, text.find_first_of("\n/", at) - at);
    }
    /// \returns the token
    std::string given_subscription(
        std::string const& address = "joy@example.org", std::optional<WardId> ward = WardId{1})
    {
        ask(address, ward);
        auto secret = token();
        confirm_news(test.app(), secret);
        email->sent.clear();
        return secret;
    }
    /// Five passers-by in ward 1 are enough for the public list; one of them is answered.
    void given_answer(WardId ward = {1}, std::string const& street = "Camden Street")
    {
        given_passers_by(test, 5, given_place(7 + ward.value, ward, street));
        store::Reading reading{test.db()};
        auto const concern = store::list_concerns(reading, {.ward = ward}).back();
        answer_concern(
            test.app(),
            kSouthDesk,
            concern.id,
            concern.version,
            {AnswerKind::done, "The lamp was mended and shines again.", ""});
    }
    /// The clock goes to the next Monday, `hours` after midnight UTC.
    void wait_for_monday(std::chrono::hours hours)
    {
        auto const day = std::chrono::floor<std::chrono::days>(test.now);
        auto const monday =
            day + std::chrono::days{7} - (std::chrono::weekday{day} - std::chrono::Monday);
        test.now = Instant{monday} + hours;
    }

    Channels channels;
    KeepingChannel* email = nullptr;
};
WT_ON_BOTH_DATABASES(NewsTest);

TEST_P(NewsTest, AsksTheAddressBeforeAnythingIsSent)
{
    ask(" Joy@Example.org ");
    ASSERT_THAT(email->sent, SizeIs(1));
    EXPECT_EQ(email->sent[0].to, "joy@example.org");
    EXPECT_EQ(email->sent[0].subject, "News you asked for");
    EXPECT_FALSE(require_news(test.app(), token()).is_confirmed);
    given_answer();
    wait_for_monday(8h);
    EXPECT_EQ(queue_news(test.app()), 0);
}

TEST_P(NewsTest, TellsOnMondayMorningWhatThePublicListShows)
{
    given_subscription();
    given_answer();
    wait_for_monday(6h);
    EXPECT_EQ(queue_news(test.app()), 0) << "before seven";
    test.now += 1h;
    EXPECT_EQ(queue_news(test.app()), 1);
    send_all();
    ASSERT_THAT(email->sent, SizeIs(1));
    auto const& mail = email->sent[0];
    EXPECT_EQ(mail.subject, "News you asked for");
    EXPECT_THAT(mail.text, HasSubstr("Camden Street"));
    EXPECT_THAT(mail.text, HasSubstr("The lamp was mended and shines again."));
    EXPECT_THAT(mail.stop_url, HasSubstr("/end"));
    EXPECT_THAT(mail.text, HasSubstr(mail.stop_url));
}

TEST_P(NewsTest, TellsEachWeekOnce)
{
    given_subscription();
    given_answer();
    wait_for_monday(8h);
    EXPECT_EQ(queue_news(test.app()), 1);
    EXPECT_EQ(queue_news(test.app()), 0);
    wait_for_monday(8h);
    EXPECT_EQ(queue_news(test.app()), 0) << "nothing new";
}

TEST_P(NewsTest, ASecondRunAndAnOldAnswerAreNoNews)
{
    given_answer();
    wait_for_monday(8h);
    given_subscription();
    EXPECT_EQ(queue_news(test.app()), 0) << "answered before she asked";
}

TEST_P(NewsTest, TellsNothingThatThePublicListHoldsBack)
{
    given_subscription();
    given_passers_by(test, 4, given_place());
    store::Reading reading{test.db()};
    auto const concern = store::list_concerns(reading, store::ConcernQuery{}).front();
    answer_concern(
        test.app(),
        kSouthDesk,
        concern.id,
        concern.version,
        {AnswerKind::done, "The lamp was mended and shines again.", ""});
    wait_for_monday(8h);
    EXPECT_EQ(queue_news(test.app()), 0) << "four people in the unit";
}

TEST_P(NewsTest, AWardHearsOfItselfAndAUnitOfAll)
{
    given_subscription("ward@example.org", WardId{1});
    given_subscription("unit@example.org", std::nullopt);
    given_answer({2}, "Hope Lane");
    wait_for_monday(8h);
    EXPECT_EQ(queue_news(test.app()), 1);
    send_all();
    ASSERT_THAT(email->sent, SizeIs(1));
    EXPECT_EQ(email->sent[0].to, "unit@example.org");
}

TEST_P(NewsTest, KeepsNoAddressThatCanBeRead)
{
    given_subscription();
    EXPECT_EQ(
        count_rows(test, "subscription WHERE sealed LIKE '%joy%' OR address_hash LIKE '%joy%'"), 0);
    EXPECT_EQ(count_rows(test, "message WHERE sealed LIKE '%joy%'"), 0);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'subscribe'"), 2);
    EXPECT_EQ(
        count_rows(test, "audit WHERE action = 'subscribe' AND subject_kind = 'subscription'"), 2);
}

TEST_P(NewsTest, AnAddressGetsTheNewsOfAnAreaOnce)
{
    given_subscription();
    ask("joy@example.org");
    EXPECT_EQ(count_rows(test, "subscription"), 1);
    EXPECT_THAT(email->sent, SizeIs(0)) << "she has said yes";
    ask("joy@example.org", std::nullopt);
    EXPECT_EQ(count_rows(test, "subscription"), 2) << "another area";
}

TEST_P(NewsTest, AnAddressIsAskedThreeTimesADay)
{
    for (int i = 0; i < 4; ++i) {
        ask("joy@example.org");
    }
    EXPECT_THAT(email->sent, SizeIs(3));
    EXPECT_EQ(count_rows(test, "subscription"), 1);
    test.now += 25h;
    ask("joy@example.org");
    EXPECT_THAT(email->sent, SizeIs(4));
}

TEST_P(NewsTest, WhoStopsLeavesNothing)
{
    auto const secret = given_subscription();
    given_answer();
    wait_for_monday(8h);
    EXPECT_EQ(queue_news(test.app()), 1);
    stop_news(test.app(), secret);
    send_all();
    EXPECT_THAT(email->sent, SizeIs(0)) << "not even what was under way";
    EXPECT_EQ(count_rows(test, "subscription"), 0);
    EXPECT_EQ(count_rows(test, "message WHERE kind IN ('subscription_code', 'area_news')"), 0);
    stop_news(test.app(), secret); // again: nothing
    EXPECT_THROW(require_news(test.app(), secret), Refusal);
}

TEST_P(NewsTest, WhatNobodyConfirmsIsErasedAfterTwoDays)
{
    auto const kept = given_subscription("kept@example.org");
    ask("joy@example.org");
    auto const secret = token();
    test.now += 47h;
    EXPECT_EQ(erase_unconfirmed_news(test.app()), 0);
    test.now += 2h;
    EXPECT_EQ(run_retention(test.app()).subscriptions, 1);
    EXPECT_THROW(confirm_news(test.app(), secret), Refusal);
    EXPECT_TRUE(require_news(test.app(), kept).is_confirmed);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'erase_expired'"), 1);
}

TEST_P(NewsTest, AllThatIsWrongIsSaidAtOnce)
{
    auto const errors =
        check_news_wish(test.app(), {.bcu = kSouth, .ward = WardId{3}, .address = "07700900123"});
    EXPECT_TRUE(errors.find("ward")) << "of another unit";
    EXPECT_TRUE(errors.find("address")) << "a telephone gets no news";
}

} // namespace
} // namespace wt::app
