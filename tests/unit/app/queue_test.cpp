#include "app/desk_walks.hpp"
#include "app/queue.hpp"
#include "base/refusal.hpp"
#include "store/sql.hpp"
#include "support/given.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

constexpr Person kDesk{.role = Role::desk, .id = 71, .bcu = kBcu};
constexpr Person kOtherDesk{.role = Role::desk, .id = 72, .bcu = BcuId{2}};

/// What a desk may do with its queue and its walks.
class QueueTest : public AppOnBothDatabases
{
protected:
    QueueTest()
    {
        given_force(test);
        given_officers(test);
    }

    RequestId given_request_of(std::string const& contact)
    {
        test.now += std::chrono::minutes{1};
        return wt::given_request(test, contact).request;
    }
    QueuePage queue(QueueFilter filter) { return list_queue(test.app(), kDesk, filter); }
    std::int64_t count_audit(std::string const& action)
    {
        store::Reading reading{test.db()};
        return store::find_value<std::int64_t>(
                   reading, "SELECT count(*) FROM audit WHERE action = :action", action)
            .value_or(0);
    }
};
WT_ON_BOTH_DATABASES(QueueTest);

TEST_P(QueueTest, ComesPageByPageInTheOrderInWhichItIsServed)
{
    auto const first = given_request_of("a@example.org");
    auto const second = given_request_of("b@example.org");
    auto const third = given_request_of("c@example.org");
    {
        store::Transaction tx{test.db()};
        store::move_request(tx, third, RequestState::waiting, RequestState::booked);
        store::postpone_request(tx, third, true);
        tx.commit();
    }
    std::vector<RequestId> seen;
    QueueFilter filter{.bcu = kBcu, .limit = 1};
    do {
        auto const page = queue(filter);
        EXPECT_EQ(page.waiting, 3);
        for (auto const& request : page.requests) {
            seen.push_back(request.id);
        }
        filter.after = page.next;
    } while (filter.after);
    EXPECT_EQ(seen, (std::vector{third, first, second}));
}

TEST_P(QueueTest, HoldsNothingThatIsHers)
{
    given_request_of("a@example.org");
    auto const request = queue({.bcu = kBcu}).requests.at(0);
    EXPECT_TRUE(request.sealed.empty());
    EXPECT_EQ(request.participant, ParticipantId{});
}

TEST_P(QueueTest, IsForItsOwnDeskAlone)
{
    auto const id = given_request_of("a@example.org");
    EXPECT_EQ(
        refusal_of([&] { list_queue(test.app(), kOtherDesk, {.bcu = kBcu}); }), Refusal::forbidden);
    EXPECT_EQ(
        refusal_of([&] { open_desk_request(test.app(), kOtherDesk, id); }), Refusal::forbidden);
    EXPECT_EQ(
        refusal_of([&] { open_request_person(test.app(), kOtherDesk, id, Reason::planning); }),
        Refusal::forbidden);
}

TEST_P(QueueTest, OpensWhoSheIsForAReasonAndWritesItDown)
{
    auto const id = given_request_of("a@example.org");
    EXPECT_EQ(
        refusal_of([&] { open_request_person(test.app(), kDesk, id, Reason::none); }),
        Refusal::invalid_input);
    EXPECT_EQ(count_audit("see_request"), 0);

    auto const she = open_request_person(test.app(), kDesk, id, Reason::planning);

    ASSERT_TRUE(she);
    EXPECT_EQ(she->name, "Ana");
    EXPECT_EQ(she->contact, "a@example.org");
    EXPECT_EQ(count_audit("see_request"), 1);
}

TEST_P(QueueTest, CallingAWalkOffPutsHerFirstForTheNextDate)
{
    auto const id = given_request_of("a@example.org");
    ASSERT_EQ(given_published_plan(test), 1U);
    auto const walk = open_desk_request(test.app(), kDesk, id).walks.at(0).id;
    EXPECT_EQ(
        refusal_of([&] { cancel_walk_for_desk(test.app(), kOtherDesk, walk); }),
        Refusal::forbidden);

    cancel_walk_for_desk(test.app(), kDesk, walk);

    EXPECT_EQ(open_desk_walk(test.app(), kDesk, walk).state, WalkState::cancelled);
    auto const again = queue({.bcu = kBcu}).requests.at(0);
    EXPECT_TRUE(again.first_for_next);
    EXPECT_EQ(again.postponed, 1);
    EXPECT_EQ(count_audit("cancel_walk_for_desk"), 1);
    EXPECT_EQ(
        refusal_of([&] { cancel_walk_for_desk(test.app(), kDesk, walk); }), Refusal::conflict);
}

TEST_P(QueueTest, TheDeskSeesNoRoutes)
{
    given_request_of("a@example.org");
    ASSERT_EQ(given_published_plan(test), 1U);
    auto const walks = list_desk_walks(
        test.app(), kDesk, kBcu, {test.now, test.now + std::chrono::hours{24 * 14}});
    ASSERT_EQ(walks.size(), 1U);
    EXPECT_TRUE(walks[0].places.at(0).sealed.empty());
}

} // namespace
} // namespace wt::app
