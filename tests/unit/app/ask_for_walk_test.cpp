#include "app/ask_for_walk.hpp"
#include "app/keys.hpp"
#include "app/own_requests.hpp"
#include "base/refusal.hpp"
#include "support/given.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

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

TEST_P(AskForWalkTest, IsSealedWithTheNewMasterKeyAfterARotation)
{
    auto const folder = test.app().installation.data_dir / "keys";
    auto const file = folder / "master.key";
    std::filesystem::create_directories(folder);
    std::ofstream{file} << test.master_key().to_text() << '\n';
    auto const clock = [this] { return test.now; };
    App server{test.db(), open_keyring(test.db(), "", file), test.app().installation, clock};
    rotate_keys(test.app(), {.role = Role::administrator}, file);

    auto const asked = ask_for_walk(server, {.role = Role::participant}, given_wish(), "a form");

    App started_later{test.db(), open_keyring(test.db(), "", file), {}, clock};
    EXPECT_TRUE(find_participant(started_later, asked.token));
    EXPECT_TRUE(find_participant(server, asked.token));
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

TEST_P(AskForWalkTest, ChangingIsCheckedAuditedAndKeepsHerPlace)
{
    auto const asked = given_request(test);
    auto const she = require_participant(test.app(), asked.token);
    auto wish = given_wish();
    wish.party = 2;
    wish.may_share = true;
    wish.details.in_order = true;
    test.now += std::chrono::hours{1};
    change_request(test.app(), she, asked.request, 1, wish);

    auto const changed = list_own_requests(test.app(), she).at(0);
    EXPECT_EQ(changed.party, 2);
    EXPECT_TRUE(changed.may_share);
    EXPECT_EQ(changed.details, wish.details);
    EXPECT_EQ(changed.version, 2);
    EXPECT_EQ(changed.waiting_since, test.now - std::chrono::hours{1});
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'change_request'"), 1);
    EXPECT_THROW(change_request(test.app(), she, asked.request, 1, wish), Refusal); // stale
    wish.party = 9;
    EXPECT_THROW(change_request(test.app(), she, asked.request, 2, wish), Refusal);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'change_request'"), 1);
}

TEST_P(AskForWalkTest, AWalkThatIsPlannedIsNotChangedBehindItsOfficers)
{
    given_officers(test);
    auto const asked = given_request(test);
    auto const she = require_participant(test.app(), asked.token);
    ASSERT_EQ(given_published_plan(test), 1U);
    EXPECT_THROW(change_request(test.app(), she, asked.request, 1, given_wish()), Refusal);
}

TEST_P(AskForWalkTest, AForgedLinkOpensNothing)
{
    given_request(test);
    EXPECT_FALSE(find_participant(test.app(), "forged"));
    EXPECT_THROW(require_participant(test.app(), ""), Refusal);
}

} // namespace
} // namespace wt::app
