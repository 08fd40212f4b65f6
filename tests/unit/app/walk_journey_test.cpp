#include "app/officer_walks.hpp"
#include "app/own_requests.hpp"
#include "app/participant.hpp"
#include "app/record_concern.hpp"
#include "app/retention.hpp"
#include "app/settle_walks.hpp"
#include "app/suspend_officer.hpp"
#include "app/word_of_walk.hpp"
#include "base/refusal.hpp"
#include "support/bare_rows.hpp"
#include "support/given.hpp"
#include "support/given_streets.hpp"
#include "unit/streets/tiny_map.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

/// From the queue to the end of a walk.
class WalkJourneyTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_force(test);
        given_officers(test);
        token = given_request(test).token;
    }

    Participant she() { return require_participant(test.app(), token); }
    OwnRequest own_request() { return list_own_requests(test.app(), she()).at(0); }

    WalkId given_proposal()
    {
        EXPECT_EQ(given_published_plan(test), 1U);
        return own_request().walks.at(0).id;
    }
    WalkId given_accepted_walk()
    {
        auto const walk = given_proposal();
        accept_proposal(test.app(), she(), walk);
        return walk;
    }
    /// One of the officers of her walk, signed in.
    Person one_officer() { return officer(own_request().walks.at(0).officers.at(0).id); }

    std::string token;
};
WT_ON_BOTH_DATABASES(WalkJourneyTest);

TEST_P(WalkJourneyTest, TheProposalIsDarkWithTwoOfficersAndInHerTime)
{
    given_proposal();
    auto const request = own_request();
    EXPECT_EQ(request.state, RequestState::proposed);
    auto const& walk = request.walks.at(0);
    EXPECT_EQ(walk.officers.size(), 2U);
    EXPECT_EQ(walk.route.meeting.label, "Camberwell Road");
    auto const hour = (walk.time.from.time_since_epoch() % 24h) / 1h;
    EXPECT_GE(hour, 18);
    EXPECT_LT(hour, 22);
}

TEST_P(WalkJourneyTest, AWalkWithOnePlaceGoesSomewhereAndSaysNothingOfOthers)
{
    given_streets(test);
    NewConcern const report{
        .client_id = "of-somebody-else",
        .digest = "hers",
        .category = Category::kerb_crawling,
        .severity = 3};
    record_concern(test.app(), kVisitor, report, streets::TinyMap::at(486, -2885));
    given_proposal();
    auto const route = own_request().walks.at(0).route;
    EXPECT_GE(route.line.size(), 2U);
    EXPECT_EQ(route.line.front(), route.line.back());
    ASSERT_EQ(route.stops.size(), 1U);
    EXPECT_EQ(route.stops[0].label, "Camberwell Road");
    EXPECT_LT(distance(route.stops[0].point, kCamberwell).value, 205);
}

TEST_P(WalkJourneyTest, HerUsualWayReachesHerOfficers)
{
    auto wish = given_wish();
    wish.details.places.push_back({"Camberwell Green", {51.4747, -0.0915}});
    wish.details.places.push_back({"Denmark Hill", {51.4735, -0.0940}});
    wish.details.in_order = true;
    change_request(test.app(), she(), own_request().id, 1, wish);
    auto const walk = given_accepted_walk();
    auto const opened = open_own_walk(test.app(), one_officer(), walk);
    EXPECT_TRUE(opened.companions.at(0).in_order);
}

TEST_P(WalkJourneyTest, AcceptingConfirmsTheWalkOnce)
{
    auto const walk = given_accepted_walk();
    EXPECT_EQ(own_request().state, RequestState::booked);
    EXPECT_EQ(own_request().walks.at(0).state, WalkState::confirmed);
    EXPECT_THROW(accept_proposal(test.app(), she(), walk), Refusal);
}

TEST_P(WalkJourneyTest, NobodyElseCanAnswerForHer)
{
    auto const walk = given_proposal();
    auto const other = given_request(test, "other@example.org");
    auto const stranger = require_participant(test.app(), other.token);
    EXPECT_THROW(accept_proposal(test.app(), stranger, walk), Refusal);
}

TEST_P(WalkJourneyTest, DecliningKeepsHerPlaceAndFreesTheOfficers)
{
    auto const since = own_request().waiting_since;
    decline_walk(test.app(), she(), given_proposal());
    EXPECT_EQ(own_request().state, RequestState::waiting);
    EXPECT_EQ(own_request().waiting_since, since);
    EXPECT_EQ(given_published_plan(test), 1U);
}

TEST_P(WalkJourneyTest, AnOfficerSheRefusedIsNeverProposedAgain)
{
    auto const walk = given_proposal();
    auto const refused = own_request().walks.at(0).officers.at(0).id;
    refuse_officer(test.app(), she(), walk, refused);

    ASSERT_EQ(given_published_plan(test), 1U);
    for (auto const request = own_request(); auto const& again : request.walks.at(0).officers) {
        EXPECT_NE(again.id, refused);
    }
}

TEST_P(WalkJourneyTest, AnUnansweredProposalGoesBackToTheQueue)
{
    given_proposal();
    test.now += 49h;
    EXPECT_EQ(expire_proposals(test.app()), 1U);
    EXPECT_EQ(own_request().state, RequestState::waiting);
}

TEST_P(WalkJourneyTest, AHeldWalkEndsHerRequest)
{
    auto const walk = given_accepted_walk();
    auto const pc = one_officer();
    test.now = own_request().walks.at(0).time.from;
    start_walk(test.app(), pc, walk);
    finish_walk(test.app(), pc, walk, {});
    EXPECT_EQ(own_request().state, RequestState::walked);
    EXPECT_EQ(own_request().walks.at(0).place, PlaceState::attended);
}

TEST_P(WalkJourneyTest, CalledAwaySheIsFirstForTheNextDate)
{
    auto const walk = given_accepted_walk();
    given_request(test, "other@example.org");
    test.now = own_request().walks.at(0).time.from;
    start_walk(test.app(), one_officer(), walk);
    call_walk_away(test.app(), one_officer(), walk, "The Tube station");

    EXPECT_EQ(own_request().state, RequestState::waiting);
    EXPECT_EQ(own_request().before_her, 0);
    EXPECT_EQ(own_request().walks.at(0).route.safe_place, "The Tube station");
}

TEST_P(WalkJourneyTest, AnOfficerSeesOnlyHerOwnWalks)
{
    auto const walk = given_accepted_walk();
    EXPECT_EQ(open_own_walk(test.app(), one_officer(), walk).companions.at(0).name, "Ana");
    EXPECT_THROW(open_own_walk(test.app(), officer(OfficerId{999}), walk), Refusal);
}

TEST_P(WalkJourneyTest, SuspendingAnOfficerFreesHerWomenAtOnce)
{
    given_accepted_walk();
    auto const suspended = own_request().walks.at(0).officers.at(0).id;
    Person const desk{.role = Role::desk, .id = 1, .bcu = kBcu};

    EXPECT_EQ(suspend_officer(test.app(), desk, suspended), 1U);
    EXPECT_EQ(own_request().state, RequestState::waiting);
    EXPECT_EQ(own_request().before_her, 0);
    ASSERT_EQ(given_published_plan(test), 1U);
    for (auto const request = own_request(); auto const& again : request.walks.at(0).officers) {
        EXPECT_NE(again.id, suspended);
    }
}

TEST_P(WalkJourneyTest, AReinstatedOfficerWalksAgainOnTheDaysOfHerShifts)
{
    Person const desk{.role = Role::desk, .id = 1, .bcu = kBcu};
    EXPECT_THROW(reinstate_officer(test.app(), desk, kAmara), Refusal) << "not suspended";
    auto const days = count_rows(test.db(), "SELECT count(*) FROM officer_duty");
    suspend_officer(test.app(), desk, kAmara);
    EXPECT_LT(count_rows(test.db(), "SELECT count(*) FROM officer_duty"), days);
    reinstate_officer(test.app(), desk, kAmara);
    EXPECT_EQ(count_rows(test.db(), "SELECT count(*) FROM officer_duty"), days);
}

TEST_P(WalkJourneyTest, ADeskElsewhereCannotSuspend)
{
    Person const elsewhere{.role = Role::desk, .id = 1, .bcu = BcuId{2}};
    EXPECT_THROW(suspend_officer(test.app(), elsewhere, kAmara), Refusal);
}

TEST_P(WalkJourneyTest, CheckingAnOfficerNeedsNumberAndWords)
{
    auto const walk = given_accepted_walk();
    test.now = own_request().walks.at(0).time.from;
    auto const collar = own_request().walks.at(0).officers.at(0).collar_number;
    auto const word = own_request().walks.at(0).word;

    EXPECT_EQ(word, word_of_walk(test.app(), walk));
    EXPECT_TRUE(check_officer(test.app(), "her", " " + collar, word));
    EXPECT_FALSE(check_officer(test.app(), "her", collar, "wrong word"));
    EXPECT_FALSE(check_officer(test.app(), "her", "9999", word));
    test.now -= 2h;
    EXPECT_FALSE(check_officer(test.app(), "her", collar, word)) << "long before the walk";
}

TEST_P(WalkJourneyTest, OneClientCannotShutTheCheckOfAnOfficerForOthers)
{
    given_accepted_walk();
    test.now = own_request().walks.at(0).time.from + 24h * 365; // a window of its own
    auto const somebody = random_token();
    auto const collar = random_token();
    for (int i = 0; i < 10; ++i) {
        EXPECT_FALSE(check_officer(test.app(), somebody, collar, "wrong word"));
    }
    EXPECT_THROW(check_officer(test.app(), somebody, collar, "wrong word"), Refusal);
    EXPECT_FALSE(check_officer(test.app(), random_token(), collar, "wrong word"));
}

TEST_P(WalkJourneyTest, AWalkIsStartedFromAnHourBeforeIt)
{
    auto const walk = given_accepted_walk();
    auto const pc = one_officer();
    test.now = own_request().walks.at(0).time.from - 61min;
    EXPECT_THROW(start_walk(test.app(), pc, walk), Refusal);
    test.now += 1min;
    start_walk(test.app(), pc, walk);
}

TEST_P(WalkJourneyTest, SheWaitsAgainWhenTheyDidNotMeet)
{
    auto const since = own_request().waiting_since;
    auto const walk = given_accepted_walk();
    auto const pc = one_officer();
    test.now = own_request().walks.at(0).time.from - 1min;
    EXPECT_THROW(miss_walk(test.app(), pc, walk), Refusal) << "before it begins";
    test.now += 16min;
    miss_walk(test.app(), pc, walk);
    EXPECT_EQ(own_request().walks.at(0).state, WalkState::missed);
    EXPECT_EQ(own_request().walks.at(0).place, PlaceState::absent);
    EXPECT_EQ(own_request().state, RequestState::waiting);
    EXPECT_EQ(own_request().waiting_since, since);
    EXPECT_THROW(start_walk(test.app(), pc, walk), Refusal);
}

TEST_P(WalkJourneyTest, AWalkThatNobodyStartedWasMissedAndSheIsFirst)
{
    auto const walk = given_accepted_walk();
    auto const time = own_request().walks.at(0).time;
    test.now = time.to + 12h;
    EXPECT_EQ(settle_walks(test.app()), 0U);
    test.now += 1min;
    EXPECT_EQ(settle_walks(test.app()), 1U);
    EXPECT_EQ(settle_walks(test.app()), 0U);
    EXPECT_EQ(own_request().walks.at(0).id, walk);
    EXPECT_EQ(own_request().walks.at(0).state, WalkState::missed);
    EXPECT_EQ(own_request().state, RequestState::waiting);
    EXPECT_EQ(count_rows(test.db(), "SELECT count(*) FROM request WHERE first_for_next = 1"), 1);
}

TEST_P(WalkJourneyTest, AWalkThatNobodyFinishedWasHeld)
{
    auto const walk = given_accepted_walk();
    auto const pc = one_officer();
    test.now = own_request().walks.at(0).time.from;
    start_walk(test.app(), pc, walk);
    test.now = own_request().walks.at(0).time.to + 13h;
    EXPECT_EQ(settle_walks(test.app()), 1U);
    EXPECT_EQ(own_request().walks.at(0).state, WalkState::held);
    EXPECT_EQ(own_request().state, RequestState::walked);
}

TEST_P(WalkJourneyTest, NothingIsRecordedOnAWalkThatHasNotBegun)
{
    given_streets(test);
    auto const walk = given_accepted_walk();
    auto const pc = one_officer();
    NewConcern const concern{
        .client_id = "too-early-by-far",
        .digest = "hers",
        .source = ConcernSource::passer_by,
        .walk = walk};
    test.now = own_request().walks.at(0).time.from;
    auto const point = streets::TinyMap::at(486, -2885);
    EXPECT_THROW(record_concern(test.app(), pc, concern, point), Refusal);
    start_walk(test.app(), pc, walk);
    record_concern(test.app(), pc, concern, point);
    test.now = own_request().walks.at(0).time.to + 13h;
    auto late = concern;
    late.client_id = "too-late-by-far";
    EXPECT_THROW(record_concern(test.app(), pc, late, point), Refusal);
    record_concern(test.app(), pc, concern, point); // sent again: it is there
}

TEST_P(WalkJourneyTest, ItsOfficersSeeAnOldWalkWithoutWhatIsNoLongerKept)
{
    auto const walk = given_accepted_walk();
    auto const pc = one_officer();
    test.now = own_request().walks.at(0).time.from;
    start_walk(test.app(), pc, walk);
    finish_walk(test.app(), pc, walk, {});
    test.now += 24h * 8;
    run_retention(test.app());
    auto const opened = open_own_walk(test.app(), pc, walk);
    EXPECT_EQ(opened.state, WalkState::held);
    EXPECT_TRUE(opened.companions.empty());
    EXPECT_TRUE(opened.route.line.empty());
}

TEST_P(WalkJourneyTest, AWithdrawnRequestIsNotPlanned)
{
    given_accepted_walk();
    withdraw_request(test.app(), she(), own_request().id);
    EXPECT_EQ(own_request().state, RequestState::withdrawn);
    EXPECT_EQ(given_published_plan(test), 0U);
}

} // namespace
} // namespace wt::app
