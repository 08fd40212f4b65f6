#include "app/answer_concern.hpp"
#include "app/answer_referral.hpp"
#include "app/desk_referrals.hpp"
#include "app/jobs.hpp"
#include "app/own_concerns.hpp"
#include "app/send_referral.hpp"
#include "base/refusal.hpp"
#include "support/fake_server.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::string request(std::string const& fields)
{
    return "<service_requests><request>" + fields + "</request></service_requests>";
}

std::string const kTaken = request("<service_request_id>293</service_request_id>");

std::string status(std::string const& state, std::string const& rest = "")
{
    return request(
        "<service_request_id>293</service_request_id><status>" + state + "</status>" + rest);
}

/// A partner with an Open311 server gets Ana's concern.
class SendReferral : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_walk_with_two_women(test);
        test.app().reload();
        concern = given_concern_of_ana(test);
    }

    /// Passes it to a partner whose server gives these answers.
    void pass_on_to(std::vector<HttpAnswer> answers)
    {
        server.emplace(http_talk(std::move(answers)));
        auto const partner = given_partner(
            test,
            {.name = "City Lamps",
             .kind = "lighting",
             .services = "lighting:LAMP_OUT",
             .endpoint = "http://127.0.0.1:" + std::to_string(server->port()),
             .api_key = "our key"});
        answer_concern(
            test.app(),
            kSouthDesk,
            concern,
            1,
            {AnswerKind::referred, "We passed this to those who look after the lamps.", ""},
            {.partner = partner});
    }
    bool work()
    {
        return run_one_job(test.app(), {{std::string{kSendReferralJob}, send_referral}});
    }
    void ask_server()
    {
        test.now += 31min;
        poll_referrals(test.app(), {});
    }
    OwnConcern hers() { return list_own_concerns(test.app(), ana(test)).at(0); }
    DeskReferral at_the_desk() { return list_referrals_of(test.app(), kSouthDesk, concern).back(); }

    ConcernId concern;
    std::optional<FakeServer> server;
};
WT_ON_BOTH_DATABASES(SendReferral);

TEST_P(SendReferral, TellsThePlaceAndTheCategoryAndNoWordsOfHers)
{
    pass_on_to({{.status = 201, .body = kTaken}});
    EXPECT_EQ(at_the_desk().sending.value().state, "waiting");
    EXPECT_TRUE(work());
    EXPECT_EQ(at_the_desk().referral.remote_id, "293");
    EXPECT_EQ(count_rows(test, "message WHERE kind = 'referral'"), 0);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'send_referral'"), 1);
    EXPECT_THAT(
        server->lines(),
        AllOf(
            Contains(AllOf(
                HasSubstr("service_code=LAMP_OUT&"),
                HasSubstr("lat=51.507000&long=-0.100000&"),
                HasSubstr("Camden%20Street"))),
            Not(Contains(HasSubstr("Three"))),
            Not(Contains(HasSubstr("Ana")))));
}

TEST_P(SendReferral, IsToldOnceHoweverOftenTheJobRuns)
{
    pass_on_to({{.status = 201, .body = kTaken}});
    work();
    send_referral(test.app(), std::to_string(at_the_desk().referral.id.value));
    EXPECT_EQ(std::ranges::count(server->lines(), std::string{"POST /requests.xml HTTP/1.1"}), 1);
}

TEST_P(SendReferral, WhatFailsStandsAtTheDeskWithItsReasonAndIsTriedAgain)
{
    pass_on_to({{.status = 500}, {.status = 201, .body = kTaken}});
    work();
    auto const sending = at_the_desk().sending.value();
    EXPECT_EQ(sending.attempts, 1);
    EXPECT_EQ(sending.last_error, "Open311 server answered 500");
    EXPECT_FALSE(work()); // not yet
    retry_referral(test.app(), kSouthDesk, at_the_desk().referral.id);
    EXPECT_TRUE(work());
    EXPECT_EQ(at_the_desk().referral.remote_id, "293");
    EXPECT_THROW(retry_referral(test.app(), kSouthDesk, at_the_desk().referral.id), Refusal);
}

TEST_P(SendReferral, WhatItsServerSaysBecomesAnAnswerOnce)
{
    pass_on_to(
        {{.status = 201, .body = kTaken},
         {.body = status("open")},
         {.body = status("open", "<status_notes>A van is\n on its way.</status_notes>")},
         {.body = status("open", "<status_notes>A van is\n on its way.</status_notes>")},
         {.body = status("closed", "<status_notes>Three lamps mended.</status_notes>")}});
    work();
    ask_server();
    EXPECT_EQ(hers().answers.size(), 1U);
    ask_server();
    ask_server();
    ASSERT_EQ(hers().answers.size(), 2U);
    EXPECT_EQ(
        hers().answers[1].sentence,
        "City Lamps is dealing with this and says: A van is on its way.");
    ask_server();
    EXPECT_EQ(hers().concern.state, ConcernState::done);
    EXPECT_EQ(hers().answers.back().author(), Author::partner);
    EXPECT_EQ(
        hers().answers.back().sentence, "City Lamps has closed this and says: Three lamps mended.");
    ask_server();
    EXPECT_EQ(hers().answers.size(), 3U);
}

TEST_P(SendReferral, AnExpectedDateIsAPromise)
{
    pass_on_to(
        {{.status = 201, .body = kTaken},
         {.body = status("open", "<expected_datetime>2026-12-20T09:00:00Z</expected_datetime>")}});
    work();
    ask_server();
    EXPECT_EQ(hers().concern.state, ConcernState::planned);
    EXPECT_EQ(
        hers().answers.back().due, Day{std::chrono::local_days{std::chrono::year{2026} / 12 / 20}});
}

TEST_P(SendReferral, ATokenIsAskedForItsNumberFirst)
{
    pass_on_to(
        {{.status = 201, .body = request("<token>t</token>")},
         {.body = request("<token>t</token>")},
         {.body = request("<token>t</token><service_request_id>293</service_request_id>")},
         {.body = status("closed")}});
    work();
    ask_server();
    EXPECT_EQ(at_the_desk().referral.remote_id, "");
    ask_server();
    EXPECT_EQ(at_the_desk().referral.remote_id, "293");
    EXPECT_EQ(hers().answers.back().sentence, "City Lamps has closed this and said no more.");
}

TEST_P(SendReferral, AServerThatDoesNotAnswerIsSeenByTheDeskAndAskedAgain)
{
    pass_on_to(
        {{.status = 201, .body = kTaken},
         {.status = 503},
         {.status = 404},
         {.body = status("open")}});
    work();
    ask_server();
    EXPECT_EQ(at_the_desk().referral.poll_error, "Open311 server answered 503");
    ask_server();
    EXPECT_EQ(at_the_desk().referral.poll_failures, 2);
    EXPECT_EQ(at_the_desk().referral.poll_error, "Open311 server does not know this request");
    ask_server();
    EXPECT_EQ(at_the_desk().referral.poll_failures, 0);
    poll_referrals(test.app(), {}); // asked half an hour later at the earliest
    EXPECT_EQ(at_the_desk().referral.poll_failures, 0);
}

TEST(SentenceOfPartner, HoldsNoBlameAndIsNotTooLong)
{
    EXPECT_EQ(
        sentence_of_partner("X", true, "Women should avoid this street after dark."),
        "X has closed this and said no more.");
    EXPECT_EQ(sentence_of_partner("X", false, " \n "), "");
    EXPECT_EQ(sentence_of_partner("X", false, "\xff"), "");
    std::string notes;
    for (int i = 0; i < 700; ++i) {
        notes += "é";
    }
    auto const sentence = sentence_of_partner("X", true, notes);
    EXPECT_TRUE(errors_in({.kind = AnswerKind::done, .sentence = sentence, .body = "X"}, "F", Day{})
                    .empty());
}

} // namespace
} // namespace wt::app
