#include "app/ask_for_walk.hpp"
#include "app/own_requests.hpp"
#include "base/refusal.hpp"
#include "support/given.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::app {
namespace {

class AskForWalkTest : public AppOnBothDatabases
{
protected:
    void SetUp() override { given_force(test); }
};
WT_ON_BOTH_DATABASES(AskForWalkTest);

std::vector<std::string> fields_of(FieldErrors const& errors)
{
    std::vector<std::string> fields;
    for (auto const& error : errors.list()) {
        fields.push_back(error.field);
    }
    return fields;
}

TEST_P(AskForWalkTest, PutsHerIntoTheQueueAndGivesHerALink)
{
    given_request(test, "first@example.org");
    test.now += std::chrono::minutes{1};
    auto const asked = given_request(test);

    auto const she = find_participant(test.app(), asked.token);
    ASSERT_TRUE(she);
    auto const requests = list_own_requests(test.app(), *she);
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(requests[0].before_her, 1);
    EXPECT_EQ(requests[0].details, given_wish().details);
    EXPECT_TRUE(asked.words.empty());
}

TEST_P(AskForWalkTest, TheSameFormTwiceIsOneRequestAndOneAnswer)
{
    auto const first = given_request(test);
    auto const second = given_request(test);

    EXPECT_EQ(second.request, first.request);
    EXPECT_EQ(second.token, first.token);
}

TEST_P(AskForWalkTest, SaysAllThatIsWrongAtOnce)
{
    WalkWish wish;
    wish.contact = "not a contact";
    wish.party = 9;

    EXPECT_EQ(
        fields_of(check_wish(test.app(), wish)),
        (std::vector<std::string>{"age", "name", "contact", "places", "free_times", "party"}));
}

TEST_P(AskForWalkTest, RefusesAPlaceOutsideTheForce)
{
    auto wish = given_wish();
    wish.details.places.push_back({"Paris", kParis});

    EXPECT_EQ(fields_of(check_wish(test.app(), wish)), std::vector<std::string>{"places"});
    EXPECT_THROW(ask_for_walk(test.app(), kVisitor, wish, "form"), Refusal);
}

TEST_P(AskForWalkTest, WithoutAContactSheGetsTheSameTenWordsHoweverOftenSheSends)
{
    auto const asked = given_request(test, "");
    EXPECT_EQ(std::ranges::count(asked.words, ' '), 9);
    EXPECT_EQ(given_request(test, "").words, asked.words);
}

TEST_P(AskForWalkTest, AForgedLinkOpensNothing)
{
    given_request(test);
    EXPECT_FALSE(find_participant(test.app(), "forged"));
    EXPECT_THROW(require_participant(test.app(), ""), Refusal);
}

} // namespace
} // namespace wt::app
