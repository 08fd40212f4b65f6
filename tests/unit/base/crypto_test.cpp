#include "base/crypto.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt {
namespace {

TEST(Seal, OpensOnlyWithItsOwnKey)
{
    auto const key = SecretKey::make_random();
    auto const sealed = seal(key, "the path behind the station");

    EXPECT_EQ(open(key, sealed), "the path behind the station");
    EXPECT_FALSE(open(SecretKey::make_random(), sealed));
}

TEST(Seal, RefusesWhatWasChanged)
{
    auto const key = SecretKey::make_random();
    auto sealed = seal(key, "x");
    sealed[sealed.size() / 2] = sealed[sealed.size() / 2] == 'A' ? 'B' : 'A';

    EXPECT_FALSE(open(key, sealed));
    EXPECT_FALSE(open(key, ""));
    EXPECT_FALSE(open(key, "not base64url!"));
}

TEST(Seal, NeverGivesTheSameTextTwice)
{
    auto const key = SecretKey::make_random();
    EXPECT_NE(seal(key, "same"), seal(key, "same"));
}

TEST(KeyedHash, DependsOnKeyAndText)
{
    auto const key = SecretKey::make_random();
    EXPECT_EQ(keyed_hash(key, "a@b.example"), keyed_hash(key, "a@b.example"));
    EXPECT_NE(keyed_hash(key, "a@b.example"), keyed_hash(key, "a@c.example"));
    EXPECT_NE(keyed_hash(key, "a"), keyed_hash(derived_key(key, "other"), "a"));
}

TEST(SecretKey, SurvivesBeingWrittenAsText)
{
    auto const key = SecretKey::make_random();
    auto const again = SecretKey::find_from_text(key.to_text());

    ASSERT_TRUE(again);
    EXPECT_EQ(open(*again, seal(key, "x")), "x");
    EXPECT_FALSE(SecretKey::find_from_text("dG9vIHNob3J0"));
}

TEST(RandomId, IsPositiveAndExactAsDouble)
{
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const id = random_id();
        EXPECT_GT(id, 0);
        EXPECT_LT(id, std::int64_t{1} << 53);
        seen.insert(id);
    }
    EXPECT_EQ(seen.size(), 1000U);
}

} // namespace
} // namespace wt
