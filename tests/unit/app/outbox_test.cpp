#include "app/outbox.hpp"
#include "base/text.hpp"
#include "store/participants.hpp"
#include "store/sql.hpp"
#include "store/subscriptions.hpp"
#include "store/work_queue.hpp"
#include "support/bare_rows.hpp"
#include "support/fake_server.hpp"
#include "support/keeping_channel.hpp"
#include "support/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class OutboxTest : public AppOnBothDatabases
{
protected:
    OutboxTest()
    {
        auto mails = std::make_unique<KeepingChannel>();
        auto texts = std::make_unique<KeepingChannel>();
        email = mails.get();
        text = texts.get();
        channels = {.email = std::move(mails), .text = std::move(texts)};
    }

    void given_message(ParticipantId to, MessageKind kind = MessageKind::walk_proposed)
    {
        store::Transaction tx{test.db()};
        queue_message(tx, kind, to, 7, test.now);
        tx.commit();
    }

    void given_letter(Letter const& letter)
    {
        store::Transaction tx{test.db()};
        queue_letter(test.app(), tx, letter, test.now);
        tx.commit();
    }

    SubscriptionId given_subscriber()
    {
        given_force(test.db());
        auto const& keys = test.app().keys;
        SubscriptionId const id{61};
        store::Transaction tx{test.db()};
        store::insert_subscription(
            tx,
            {.id = id,
             .bcu = kGivenBcu,
             .ward = {},
             .sealed = seal_subscriber(
                 keys.key(store::KeyPurpose::outside), {"joy@example.org", "token-of-joy"}),
             .address_hash = "address",
             .link_hash = "link",
             .created_at = test.now,
             .confirmed_at = {},
             .told_until = test.now});
        tx.commit();
        return id;
    }

    void given_message_to(SubscriptionId subscriber, MessageKind kind)
    {
        store::Transaction tx{test.db()};
        queue_to_subscriber(test.app(), tx, {kind, subscriber}, test.now);
        tx.commit();
    }

    void send_all()
    {
        while (send_one_message(test.app(), channels)) {
        }
    }

    std::string state()
    {
        store::Reading reading{test.db()};
        return store::find_value<std::string>(reading, "SELECT state FROM message").value();
    }

    Channels channels;
    KeepingChannel* email = nullptr;
    KeepingChannel* text = nullptr;
};
WT_ON_BOTH_DATABASES(OutboxTest);

TEST_P(OutboxTest, SaysNothingButThatThereIsNewsAndWhere)
{
    given_message(given_participant(test.app()));
    send_all();
    ASSERT_THAT(email->sent, SizeIs(1));
    auto const& mail = email->sent.front();
    EXPECT_EQ(mail.to, "ada@example.org");
    EXPECT_EQ(mail.subject, "An update for you");
    EXPECT_EQ(
        mail.text,
        "There is an update for you. Open your page to read it:\n"
        "http://127.0.0.1:8080/mine/token-of-ada\n\n"
        "To stop these messages, open your page.\n");
    EXPECT_EQ(state(), "done");
}

TEST_P(OutboxTest, SpeaksOfStoppingOnlyWhereSheDidNotAsk)
{
    given_message(given_participant(test.app()), MessageKind::link_again);
    send_all();
    ASSERT_THAT(email->sent, SizeIs(1));
    EXPECT_THAT(email->sent.front().text, Not(HasSubstr("To stop these messages")));
}

TEST_P(OutboxTest, NoKindOfMessageNamesPoliceWalkOrHer)
{
    auto const ada = given_participant(test.app());
    auto const subscriber = given_subscriber();
    for (auto const& kind : kMessageKinds) {
        if (is_letter(kind.value)) {
            given_letter({.kind = kind.value, .contact = "somebody@example.org", .path = "/there"});
        } else if (is_to_subscriber(kind.value)) {
            given_message_to(subscriber, kind.value);
        } else if (kind.value != MessageKind::one_time_code) {
            given_message(ada, kind.value);
        }
    }
    send_all();
    EXPECT_THAT(email->sent, SizeIs(kMessageKinds.size() - 1));
    for (auto const& mail : email->sent) {
        for (auto const* const word : {"police", "walk", "officer", "safe", "Ada"}) {
            EXPECT_THAT(to_lower(mail.subject + mail.text), Not(HasSubstr(word))) << mail.text;
        }
    }
}

TEST_P(OutboxTest, APhoneNumberGetsATextMessage)
{
    given_message(given_participant(test.app(), {"Eve", "+447700900000", "token-of-eve", true}));
    send_all();
    EXPECT_THAT(email->sent, SizeIs(0));
    ASSERT_THAT(text->sent, SizeIs(1));
    EXPECT_EQ(text->sent.front().to, "+447700900000");
}

TEST_P(OutboxTest, DropsWhatSheCannotOrDoesNotWantToGet)
{
    given_message(given_participant(test.app(), {"Eve", "", "token-of-eve", true}));
    given_message(given_participant(test.app(), {"Joy", "joy@example.org", "token-of-joy", false}));
    send_all();
    EXPECT_THAT(email->sent, SizeIs(0));
    EXPECT_EQ(count_rows(test.db(), "SELECT count(*) FROM message WHERE state = 'dropped'"), 2);
}

TEST_P(OutboxTest, ACodeSheAskedForLeavesAllTheSameAndIsStoredSealed)
{
    auto const joy =
        given_participant(test.app(), {"Joy", "joy@example.org", "token-of-joy", false});
    store::Transaction tx{test.db()};
    queue_one_time_code(test.app(), tx, joy, "042137");
    EXPECT_EQ(
        store::find_value<std::int64_t>(
            tx, "SELECT count(*) FROM message WHERE sealed LIKE '%042137%'"),
        0);
    tx.commit();
    send_all();
    ASSERT_THAT(email->sent, SizeIs(1));
    EXPECT_THAT(email->sent.front().text, HasSubstr("Your code is 042137."));
}

TEST_P(OutboxTest, AWomanWhoIsErasedGetsNothing)
{
    auto const ada = given_participant(test.app());
    given_message(ada);
    store::Transaction tx{test.db()};
    store::erase_participant(tx, ada, "pseudonym", test.now);
    tx.commit();
    send_all();
    EXPECT_THAT(email->sent, SizeIs(0));
}

TEST_P(OutboxTest, StaffGetTheLinkOfTheirInvitation)
{
    given_force(test.db());
    store::Transaction tx{test.db()};
    store::execute(
        tx,
        "INSERT INTO staff (id, sign_in_name, name, role, created_at) "
        "VALUES (5, 'desk', 'Desk', 'desk', 0)");
    tx.commit();
    given_letter(
        {.kind = MessageKind::staff_invitation,
         .staff = StaffId{5},
         .contact = "desk@example.org",
         .path = "/staff/invitations/secret"});
    send_all();
    ASSERT_THAT(email->sent, SizeIs(1));
    EXPECT_EQ(email->sent.front().to, "desk@example.org");
    EXPECT_THAT(
        email->sent.front().text, HasSubstr("http://127.0.0.1:8080/staff/invitations/secret\n"));
}

TEST_P(OutboxTest, ALetterGoesToAnAddressOutside)
{
    given_letter(
        {.kind = MessageKind::referral,
         .subject_id = 7,
         .contact = "lighting@council.example",
         .path = "/referrals/secret"});
    EXPECT_EQ(
        count_rows(test.db(), "SELECT count(*) FROM message WHERE sealed LIKE '%council%'"), 0);
    send_all();
    ASSERT_THAT(email->sent, SizeIs(1));
    EXPECT_EQ(email->sent.front().to, "lighting@council.example");
    EXPECT_THAT(email->sent.front().text, HasSubstr("http://127.0.0.1:8080/referrals/secret\n"));
}

TEST_P(OutboxTest, EveryLookAtHerContactIsInTheAudit)
{
    given_message(given_participant(test.app()));
    email->refuses = true;
    send_all();
    EXPECT_EQ(count_rows(test.db(), "SELECT count(*) FROM audit WHERE action = 'send_message'"), 1);
}

TEST_P(OutboxTest, TriesAgainWithLongerAndLongerPausesUntilItGivesUp)
{
    given_message(given_participant(test.app()));
    email->refuses = true;
    for (auto const pause : {1min, 3min, 9min, 27min, 81min, 243min, 729min}) {
        send_all();
        EXPECT_EQ(state(), "waiting");
        test.now += pause - 1ms;
        EXPECT_FALSE(send_one_message(test.app(), channels)) << "before " << pause.count();
        test.now += 1ms;
    }
    send_all();
    EXPECT_EQ(state(), "failed");
    EXPECT_EQ(
        count_rows(test.db(), "SELECT count(*) FROM message WHERE last_error = 'refused (450)'"),
        1);
}

TEST_P(OutboxTest, LeavesAtTheNextTryAfterAMailServerRefusedOnce)
{
    given_message(given_participant(test.app()));
    auto const channel_to = [](FakeServer const& server) {
        return notify::make_smtp_channel(
            {.url = "smtp://127.0.0.1:" + std::to_string(server.port()),
             .user = "",
             .password = "",
             .from = "from@example.org"});
    };
    FakeServer busy{smtp_talk("451 try later, ada@example.org")};
    channels.email = channel_to(busy);
    send_all();
    EXPECT_EQ(
        count_rows(
            test.db(),
            "SELECT count(*) FROM message WHERE last_error LIKE '%451%' "
            "AND last_error NOT LIKE '%ada%'"),
        1);

    FakeServer ready{smtp_talk()};
    channels.email = channel_to(ready);
    test.now += 1min;
    send_all();
    EXPECT_EQ(state(), "done");
    EXPECT_THAT(ready.lines(), testing::Contains("http://127.0.0.1:8080/mine/token-of-ada"));
}

TEST_P(OutboxTest, OneWhoseDataDoNotOpenDoesNotHoldUpTheOthers)
{
    auto const broken = given_participant(test.app());
    given_message(broken);
    store::Transaction tx{test.db()};
    store::update_participant(
        tx,
        broken,
        {.link_hash = "", .contact_hash = std::nullopt, .sealed = "not sealed with her key"});
    tx.commit();
    given_message(given_participant(test.app(), {"Eve", "eve@example.org", "token-of-eve", true}));
    send_all();
    EXPECT_THAT(email->sent, SizeIs(1));
    EXPECT_EQ(count_rows(test.db(), "SELECT count(*) FROM message WHERE last_error <> ''"), 1);
}

TEST_P(OutboxTest, TwoWorkersAtOnceSendEachMessageOnce)
{
    constexpr int kMessages = 60;
    for (int i = 0; i < kMessages; ++i) {
        given_message(given_participant(
            test.app(), {"A", std::to_string(i) + "@example.org", "t" + std::to_string(i), true}));
    }
    std::thread other{[&] { send_all(); }};
    send_all();
    other.join();
    std::set<std::string> receivers;
    for (auto const& mail : email->sent) {
        receivers.insert(mail.to);
    }
    EXPECT_THAT(email->sent, SizeIs(kMessages));
    EXPECT_THAT(receivers, SizeIs(kMessages));
}

TEST_P(OutboxTest, AWorkerThatLostItsLeaseNoLongerEndsTheMessage)
{
    given_message(given_participant(test.app()));
    store::Transaction tx{test.db()};
    auto const first = store::take_due(tx, store::Queue::message, test.now, test.now + 5min);
    ASSERT_TRUE(first);
    EXPECT_FALSE(store::take_due(tx, store::Queue::message, test.now, test.now + 5min));
    test.now += 5min;
    auto const second = store::take_due(tx, store::Queue::message, test.now, test.now + 5min);
    ASSERT_TRUE(second);
    EXPECT_FALSE(store::end_work(tx, store::Queue::message, *first, store::Ending::done, test.now));
    EXPECT_TRUE(store::end_work(tx, store::Queue::message, *second, store::Ending::done, test.now));
}

class ReminderTest : public AppOnBothDatabases
{
protected:
    ReminderTest() { given_force(test.db()); }

    WalkId given_walk_in(std::chrono::hours time)
    {
        auto const request = given_request(test.app(), given_participant(test.app()));
        return given_walk(test.app(), request, test.now + time);
    }

    std::int64_t count(std::string const& kind)
    {
        return count_rows(test.db(), "SELECT count(*) FROM message WHERE kind = '" + kind + "'");
    }
};
WT_ON_BOTH_DATABASES(ReminderTest);

TEST_P(ReminderTest, SheIsRemindedOnceADayAndOnceTwoHoursBefore)
{
    given_walk_in(25h);
    EXPECT_EQ(queue_reminders(test.app()), 0);
    for (int hour = 0; hour < 30; ++hour) {
        test.now += 1h;
        queue_reminders(test.app());
    }
    EXPECT_EQ(count("reminder_day"), 1);
    EXPECT_EQ(count("reminder_hours"), 1);
}

TEST_P(ReminderTest, NobodyIsRemindedOfAWalkThatWillNotBe)
{
    auto const walk = given_walk_in(20h);
    store::Transaction tx{test.db()};
    store::execute(tx, "UPDATE walk_request SET state = 'cancelled' WHERE walk_id = :walk", walk);
    tx.commit();
    EXPECT_EQ(queue_reminders(test.app()), 0);
}

TEST_P(ReminderTest, AWalkThatWasSettledTheSameDayHasNoReminderADayBefore)
{
    given_walk_in(5h);
    EXPECT_EQ(queue_reminders(test.app()), 0);
}

} // namespace
} // namespace wt::app
