#include "app/keys.hpp"
#include "app/own_data.hpp"
#include "app/participant.hpp"
#include "app/written_words.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "support/given.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt::app {
namespace {

constexpr auto kOthers = "amber acorn amber acorn amber acorn amber acorn amber acorn";

class WrittenWordsTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_force(test);
        asked = given_request(test, "");
    }

    Refusal::Kind refusal_of(std::string_view typed, std::string_view client = "hers")
    {
        try {
            require_token_of_words(test.app(), typed, client);
        } catch (Refusal const& refusal) {
            return refusal.kind();
        }
        throw std::logic_error{"the words opened a page"};
    }

    AskedWalk asked;
};
WT_ON_BOTH_DATABASES(WrittenWordsTest);

TEST_P(WrittenWordsTest, LeadToHerPageHoweverSheTypesThem)
{
    auto shouted = asked.words;
    for (auto& c : shouted) {
        c = c == ' ' ? '\n' : static_cast<char>(c - 'a' + 'A');
    }
    for (auto const& typed : {asked.words, shouted, " " + asked.words + ". "}) {
        EXPECT_EQ(require_token_of_words(test.app(), typed, "hers"), asked.token);
    }
}

TEST_P(WrittenWordsTest, OpenNothingIfWrongOrErasedAndSayTheSame)
{
    EXPECT_EQ(refusal_of(kOthers), Refusal::forbidden);
    EXPECT_EQ(refusal_of("no words at all"), Refusal::forbidden);
    send_code(test.app(), require_participant(test.app(), asked.token));
    erase_own_data(test.app(), require_participant(test.app(), asked.token), asked.words);
    EXPECT_EQ(refusal_of(asked.words), Refusal::forbidden);
}

TEST_P(WrittenWordsTest, AClientHasTenTriesInTenMinutes)
{
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(refusal_of(kOthers), Refusal::forbidden);
    }
    EXPECT_EQ(refusal_of(asked.words), Refusal::too_many);
    EXPECT_EQ(require_token_of_words(test.app(), asked.words, "elsewhere"), asked.token);
    test.now += std::chrono::minutes{11};
    EXPECT_EQ(require_token_of_words(test.app(), asked.words, "hers"), asked.token);
}

TEST_P(WrittenWordsTest, GuessesFromEverywhereStopButNoiseLocksNobodyOut)
{
    for (int i = 0; i < 500; ++i) {
        refusal_of("noise", std::to_string(i));
    }
    EXPECT_EQ(require_token_of_words(test.app(), asked.words, "hers"), asked.token);
    for (int i = 0; i < 400; ++i) {
        refusal_of(kOthers, "guess " + std::to_string(i));
    }
    EXPECT_EQ(refusal_of(asked.words), Refusal::too_many);
}

TEST_P(WrittenWordsTest, SurviveANewMasterKey)
{
    auto const folder = test.app().installation.data_dir;
    auto const file = folder / "master.key";
    TestDb other{GetParam()};
    {
        App before{other.db(), open_keyring(other.db(), "", file), {}, [] { return Instant{}; }};
        auto const token = token_of_words(before, kOthers);
        rotate_keys(before, {.role = Role::administrator}, file);
        App const after{
            other.db(), open_keyring(other.db(), "", file), {}, [] { return Instant{}; }};
        EXPECT_EQ(token_of_words(after, kOthers), token);
    }
}

TEST(WrittenWords, AreTenOfTheListAndNeverTheSame)
{
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        auto const words = make_written_words();
        EXPECT_EQ(split(words, ' ').size(), 10U);
        EXPECT_EQ(find_written_words(words), words);
        seen.insert(words);
    }
    EXPECT_EQ(seen.size(), 100U);
}

} // namespace
} // namespace wt::app
