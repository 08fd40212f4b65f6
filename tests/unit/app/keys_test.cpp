#include "app/keys.hpp"
#include "app/private_data.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/participants.hpp"
#include "support/bare_rows.hpp"
#include "support/test_db.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace wt::app {
namespace {

namespace fs = std::filesystem;

class KeysTest : public OnBothDatabases
{
protected:
    KeysTest()
    {
        App app{
            test.db(), open_keyring(test.db(), "", file), Installation{}, [] { return Instant{}; }};
        ada = given_participant(app);
    }
    void TearDown() override { fs::remove_all(folder); }

    /// What the installation knows of her, if its keys open.
    std::string name_of_ada()
    {
        auto const keys = open_keyring(test.db(), "", file);
        store::Reading reading{test.db()};
        auto const stored = store::find_participant(reading, ada).value();
        return open_person(keys.unwrap(stored.wrapped_key), stored.sealed).name;
    }

    std::int64_t rotate()
    {
        App app{
            test.db(), open_keyring(test.db(), "", file), Installation{}, [] { return Instant{}; }};
        return rotate_keys(app, {.role = Role::administrator}, file);
    }

    std::string content() const
    {
        std::string text;
        std::ifstream{file} >> text;
        return text;
    }

    fs::path const folder = fs::temp_directory_path() / ("wt_keys_" + random_token());
    fs::path const file = folder / "master.key";
    ParticipantId ada;
};
WT_ON_BOTH_DATABASES(KeysTest);

TEST_P(KeysTest, AfterARotationOnlyTheNewKeyOpens)
{
    auto const old = content();
    EXPECT_EQ(rotate(), 1);
    EXPECT_NE(content(), old);
    EXPECT_EQ(name_of_ada(), "Ada");
    EXPECT_THROW(open_keyring(test.db(), old, file), Refusal);
    EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 1);
    EXPECT_EQ(count_rows(test.db(), "SELECT count(*) FROM audit WHERE action = 'rotate_keys'"), 1);
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_P(KeysTest, ACrashBeforeTheCommitKeepsTheOldKey)
{
    auto const old = content();
    store::load_master_key("", next_key_file(file));
    EXPECT_EQ(name_of_ada(), "Ada");
    EXPECT_EQ(content(), old);
    EXPECT_FALSE(fs::exists(next_key_file(file)));
}

TEST_P(KeysTest, ACrashAfterTheCommitTakesTheNewKey)
{
    auto const old = store::load_master_key("", file);
    auto const next = store::load_master_key("", next_key_file(file));
    store::rotate_master_key(test.db(), old, next, [](store::Transaction&) {});
    EXPECT_EQ(name_of_ada(), "Ada");
    EXPECT_EQ(content(), next.to_text());
    EXPECT_FALSE(fs::exists(next_key_file(file)));
}

TEST_P(KeysTest, WhereNeitherKeyFitsNothingIsThrownAway)
{
    std::ofstream{file} << SecretKey::make_random().to_text();
    std::ofstream{next_key_file(file)} << SecretKey::make_random().to_text();
    EXPECT_THROW(open_keyring(test.db(), "", file), Refusal);
    EXPECT_TRUE(fs::exists(next_key_file(file)));
}

TEST_P(KeysTest, AServerThatRunsFollowsARotation)
{
    App server{
        test.db(), open_keyring(test.db(), "", file), Installation{}, [] { return Instant{}; }};
    auto const before = server.keys.wrap(SecretKey::make_random());
    rotate();
    auto const name_of = [&](ParticipantId id) {
        store::Reading reading{test.db()};
        auto const stored = store::find_participant(reading, id).value();
        return open_person(server.keys.unwrap(stored.wrapped_key), stored.sealed).name;
    };
    EXPECT_EQ(name_of(ada), "Ada");
    EXPECT_NO_THROW((void)server.keys.unwrap(before)); // read before the rotation, opened after it
    {
        store::Transaction tx{test.db()};
        EXPECT_FALSE(store::is_wrapped_for(tx, before));
        server.keys.follow_rotation(tx);
        EXPECT_TRUE(store::is_wrapped_for(tx, server.keys.wrap(SecretKey::make_random())));
    }
    rotate();
    rotate();
    EXPECT_EQ(name_of(ada), "Ada");
}

TEST_P(KeysTest, AServerWithoutTheNewKeyNeitherOpensNorSeals)
{
    App server{test.db(), open_keyring(test.db(), content(), file), Installation{}, [] {
                   return Instant{};
               }};
    rotate();
    store::Transaction tx{test.db()};
    auto const stored = store::find_participant(tx, ada).value();
    EXPECT_THROW(std::ignore = server.keys.unwrap(stored.wrapped_key), Refusal);
    EXPECT_THROW(server.keys.follow_rotation(tx), Refusal);
}

} // namespace
} // namespace wt::app
