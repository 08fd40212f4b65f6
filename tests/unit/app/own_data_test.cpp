#include "app/ask_for_walk.hpp"
#include "app/one_time_code.hpp"
#include "app/own_data.hpp"
#include "base/refusal.hpp"
#include "store/requests.hpp"
#include "support/bare_rows.hpp"
#include "support/given.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

/// A woman without contact, so that her code are the words she wrote down.
class OwnDataTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_force(test);
        given_officers(test);
        asked = given_request(test, "");
    }

    Participant she() { return require_participant(test.app(), asked.token); }

    AskedWalk asked;
};
WT_ON_BOTH_DATABASES(OwnDataTest);

TEST_P(OwnDataTest, TheDownloadHoldsWhatSheTold)
{
    send_code(test.app(), she());
    auto const copy = download_own_data(test.app(), she(), asked.words);
    EXPECT_NE(copy.find("\"Ana\""), std::string::npos);
    EXPECT_NE(copy.find("Camberwell Road"), std::string::npos);
}

TEST_P(OwnDataTest, AWrongCodeErasesNothingAndFiveUseItUp)
{
    send_code(test.app(), she());
    for (int i = 0; i < 5; ++i) {
        EXPECT_THROW(
            erase_own_data(
                test.app(), she(), "amber acorn amber acorn amber acorn amber acorn amber acorn"),
            Refusal);
    }
    EXPECT_THROW(erase_own_data(test.app(), she(), asked.words), Refusal);
    EXPECT_TRUE(find_participant(test.app(), asked.token));
}

TEST_P(OwnDataTest, WhatCannotBeHerWordsOpensNothing)
{
    send_code(test.app(), she());
    for (auto const* const typed : {"", "no words", "12345678", "amber acorn"}) {
        EXPECT_THROW(download_own_data(test.app(), she(), typed), Refusal) << typed;
    }
    EXPECT_NO_THROW(download_own_data(test.app(), she(), asked.words));
}

TEST_P(OwnDataTest, TheCodeIsTooOldAfterAQuarterOfAnHour)
{
    send_code(test.app(), she());
    test.now += std::chrono::minutes{16};
    EXPECT_THROW(erase_own_data(test.app(), she(), asked.words), Refusal);
}

TEST_P(OwnDataTest, AnErasedWomanIsGoneAndHerOfficersAreFree)
{
    ASSERT_EQ(given_published_plan(test), 1U);
    send_code(test.app(), she());
    erase_own_data(test.app(), she(), asked.words);

    EXPECT_FALSE(find_participant(test.app(), asked.token));
    given_request(test, "next@example.org");
    EXPECT_EQ(given_published_plan(test), 1U);
    store::Reading reading{test.db()};
    auto const request = store::find_request(reading, asked.request);
    ASSERT_TRUE(request);
    EXPECT_TRUE(request->sealed.empty());
    EXPECT_EQ(request->state, RequestState::withdrawn);
}

TEST_P(OwnDataTest, ANewLinkTakesThePlaceOfTheOneThatWasSeen)
{
    send_code(test.app(), she());
    EXPECT_THROW(renew_own_link(test.app(), she(), "no words"), Refusal);
    EXPECT_TRUE(find_participant(test.app(), asked.token)) << "not without her words";
    auto const link = renew_own_link(test.app(), she(), asked.words);

    EXPECT_FALSE(find_participant(test.app(), asked.token));
    auto const now = find_participant(test.app(), link.token);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->data.name, "Ana");
    EXPECT_EQ(require_token_of_words(test.app(), link.words, "hers"), link.token);
    EXPECT_THROW(require_token_of_words(test.app(), asked.words, "hers"), Refusal);
    EXPECT_EQ(
        count_rows(test.db(), "SELECT count(*) FROM audit WHERE action = 'change_request'"), 1);
}

TEST_P(OwnDataTest, WhoHasAContactNeedsNoWordsForANewLink)
{
    auto const other = given_request(test, "bea@example.org");
    auto const bea = require_participant(test.app(), other.token);
    store::Transaction tx{test.db()};
    keep_code(test.app(), tx, bea, "data", "123456");
    tx.commit();
    auto const link = renew_own_link(test.app(), bea, "123 456");
    EXPECT_EQ(link.words, "");
    EXPECT_FALSE(find_participant(test.app(), other.token));
    EXPECT_EQ(require_participant(test.app(), link.token).data.contact, "bea@example.org");
}

TEST_P(OwnDataTest, NobodyIsFloodedWithMessagesThroughUs)
{
    auto const count = [&](std::string const& kind) {
        return count_rows(test.db(), "SELECT count(*) FROM message WHERE kind = '" + kind + "'");
    };
    auto const before = count("request_received");
    auto wish = given_wish();
    wish.contact = "flooded@example.org";
    for (int i = 0; i < 6; ++i) {
        ask_for_walk(test.app(), kVisitor, wish, "form " + std::to_string(i));
    }
    EXPECT_EQ(count("request_received") - before, 3);
    send_link_again(test.app(), "flooded@example.org");
    EXPECT_EQ(count("link_again"), 3);
}

TEST_P(OwnDataTest, AskingForAnUnknownLinkSaysNothing)
{
    EXPECT_NO_THROW(send_link_again(test.app(), "nobody@example.org"));
    EXPECT_NO_THROW(send_link_again(test.app(), "not a contact"));
}

} // namespace
} // namespace wt::app
