#include "app/officer_walks.hpp"
#include "app/own_data.hpp"
#include "app/own_requests.hpp"
#include "app/release_walk.hpp"
#include "base/refusal.hpp"
#include "support/given.hpp"
#include "support/given_concerns.hpp"
#include "support/given_streets.hpp"

#include <gtest/gtest.h>

#include <future>

namespace wt::app {
namespace {

/// Ana and Bea, who do not know each other, on one walk that both have said yes to.
class SharedWalkTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_force(test);
        given_streets(test);
        given_officers(test);
        ana = ask("Ana");
        bea = ask("Bea");
        ASSERT_EQ(given_published_plan(test), 1U);
        walk = own(ana).walks.at(0).id;
        ASSERT_EQ(own(bea).walks.at(0).id, walk);
        accept_proposal(test.app(), her(ana), walk);
        accept_proposal(test.app(), her(bea), walk);
    }

    AskedWalk ask(std::string const& name)
    {
        auto wish = given_wish();
        wish.name = name;
        wish.contact.clear();
        wish.may_share = true;
        return ask_for_walk(test.app(), kVisitor, wish, "form of " + name);
    }
    Participant her(AskedWalk const& asked) { return require_participant(test.app(), asked.token); }
    OwnRequest own(AskedWalk const& asked)
    {
        return list_own_requests(test.app(), her(asked)).at(0);
    }
    OfficerWalk as_officers_see_it()
    {
        return open_own_walk(test.app(), officer(own(bea).walks.at(0).officers.at(0).id), walk);
    }
    void expect_that_bea_walks()
    {
        auto const request = own(bea);
        EXPECT_EQ(request.state, RequestState::booked);
        ASSERT_EQ(request.walks.size(), 1U);
        EXPECT_EQ(request.walks[0].state, WalkState::confirmed);
        EXPECT_EQ(request.walks[0].place, PlaceState::accepted);
        EXPECT_EQ(request.walks[0].officers.size(), 2U);
        EXPECT_GT(count_rows(test, "booking"), 0);
        auto const seen = as_officers_see_it();
        ASSERT_EQ(seen.companions.size(), 1U);
        EXPECT_EQ(seen.companions[0].name, "Bea");
        EXPECT_GE(seen.route.line.size(), 2U);
    }

    AskedWalk ana;
    AskedWalk bea;
    WalkId walk;
};
WT_ON_BOTH_DATABASES(SharedWalkTest);

TEST_P(SharedWalkTest, IsOneWalkWithBothOnIt)
{
    EXPECT_EQ(as_officers_see_it().companions.size(), 2U);
    EXPECT_EQ(own(ana).walks.at(0).word, own(bea).walks.at(0).word);
}

TEST_P(SharedWalkTest, NeitherSeesWhatTheOtherAskedFor)
{
    auto const route = own(ana).walks.at(0).route;
    EXPECT_TRUE(own(ana).walks.at(0).is_shared);
    EXPECT_FALSE(route.meeting.label.empty());
    EXPECT_TRUE(route.line.empty());
    EXPECT_TRUE(route.directions.empty());
    for (auto const& stop : route.stops) {
        EXPECT_EQ(stop.label, "Camberwell Road"); // hers
    }
    decline_walk(test.app(), her(bea), walk);
    EXPECT_TRUE(own(ana).walks.at(0).route.line.empty()) << "also when the other has left";
}

TEST_P(SharedWalkTest, SheWhoIsOnlyAskedIsNotToldWhereTheOthersMeet)
{
    decline_walk(test.app(), her(ana), walk);
    decline_walk(test.app(), her(bea), walk);
    test.now += std::chrono::minutes{1};
    ASSERT_EQ(given_published_plan(test), 1U);
    auto const proposal = own(ana).walks.at(0);
    ASSERT_EQ(proposal.place, PlaceState::proposed);
    EXPECT_TRUE(proposal.route.meeting.label.empty());
    EXPECT_TRUE(proposal.route.stops.empty());
}

TEST_P(SharedWalkTest, AcceptingWhileItIsCalledOffIsRefused)
{
    decline_walk(test.app(), her(ana), walk);
    decline_walk(test.app(), her(bea), walk);
    test.now += std::chrono::minutes{1};
    ASSERT_EQ(given_published_plan(test), 1U);
    auto const again = own(ana).walks.at(0).id;
    accept_proposal(test.app(), her(ana), again);

    auto tx = std::make_unique<store::Transaction>(test.db());
    ASSERT_TRUE(call_off_walk(test.app(), *tx, again));
    auto accepted =
        std::async(std::launch::async, [&] { accept_proposal(test.app(), her(bea), again); });
    EXPECT_EQ(accepted.wait_for(std::chrono::milliseconds{200}), std::future_status::timeout);
    tx->commit();
    tx.reset();
    EXPECT_THROW(accepted.get(), Refusal);
    EXPECT_EQ(own(bea).state, RequestState::waiting);
    EXPECT_EQ(own(bea).walks.at(0).place, PlaceState::cancelled);
}

TEST_P(SharedWalkTest, WhenOneCancelsTheOthersWalkStays)
{
    decline_walk(test.app(), her(ana), walk);
    EXPECT_EQ(own(ana).state, RequestState::waiting);
    EXPECT_EQ(own(ana).walks.at(0).place, PlaceState::cancelled);
    expect_that_bea_walks();
}

TEST_P(SharedWalkTest, WhenOneErasesHerselfTheOthersWalkStays)
{
    send_code(test.app(), her(ana));
    erase_own_data(test.app(), her(ana), ana.words);
    EXPECT_FALSE(find_participant(test.app(), ana.token));
    EXPECT_EQ(count_rows(test, "walk_private"), 1);
    expect_that_bea_walks();
}

TEST_P(SharedWalkTest, WhenBothLeaveTheOfficersAreFree)
{
    decline_walk(test.app(), her(ana), walk);
    withdraw_request(test.app(), her(bea), bea.request);
    EXPECT_EQ(own(bea).walks.at(0).state, WalkState::cancelled);
    EXPECT_EQ(count_rows(test, "booking"), 0);
}

} // namespace
} // namespace wt::app
