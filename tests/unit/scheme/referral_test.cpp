#include "scheme/referral.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(Referral, IsWithThePartnerUntilItSaysItsLastWord)
{
    EXPECT_TRUE(is_with_partner(state_after(Reply::accept)));
    EXPECT_TRUE(is_with_partner(state_after(Reply::plan)));
    for (auto const reply : {Reply::done, Reply::not_ours, Reply::hand_on}) {
        EXPECT_FALSE(is_with_partner(state_after(reply)));
    }
    EXPECT_FALSE(is_with_partner(ReferralState::ended));
}

TEST(Referral, TakingItOnAgainWouldHideAPromisedDate)
{
    EXPECT_TRUE(may_reply(ReferralState::sent, Reply::accept));
    EXPECT_FALSE(may_reply(ReferralState::planned, Reply::accept));
    EXPECT_TRUE(may_reply(ReferralState::planned, Reply::plan));
    EXPECT_FALSE(may_reply(ReferralState::done, Reply::done));
}

TEST(Referral, APartnersNotOursGivesTheConcernBackAndOurOwnDoesNot)
{
    auto const kind = answer_kind(Reply::not_ours);
    EXPECT_EQ(state_after(kind, Author::partner), ConcernState::open);
    EXPECT_EQ(state_after(kind, Author::staff), ConcernState::not_ours);
    EXPECT_EQ(state_after(answer_kind(Reply::done), Author::partner), ConcernState::done);
    EXPECT_EQ(state_after(answer_kind(Reply::hand_on), Author::partner), ConcernState::referred);
}

} // namespace
} // namespace wt
