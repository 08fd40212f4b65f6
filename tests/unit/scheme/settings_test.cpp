#include "base/refusal.hpp"
#include "scheme/settings.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(MakeSettings, LeavesDefaultsWhereNothingIsSet)
{
    auto const settings = make_settings({{"walk_minutes", "45"}, {"demonstration", "true"}});
    EXPECT_EQ(settings.walk_minutes, 45);
    EXPECT_TRUE(settings.demonstration);
    EXPECT_EQ(settings.unit_size, Settings{}.unit_size);
}

TEST(MakeSettings, RefusesAUnitOfOneOfficer)
{
    EXPECT_THROW(make_settings({{"unit_size", "1"}}), Refusal);
}

TEST(MakeSettings, RefusesAPartyThatNoRequestCanHold)
{
    EXPECT_EQ(make_settings({{"party_limit", "4"}}).party_limit, 4);
    EXPECT_THROW(make_settings({{"party_limit", "5"}}), Refusal);
}

TEST(MakeSettings, NamesTheSettingThatDoesNotExist)
{
    try {
        make_settings({{"unit_sise", "2"}});
        FAIL();
    } catch (Refusal const& refusal) {
        EXPECT_EQ(refusal.message().arguments, std::vector<std::string>{"unit_sise"});
    }
}

TEST(ToTexts, IsTheInverse)
{
    Settings settings;
    settings.force_name = "Polisen Göteborg";
    settings.travel_minutes = 45;
    EXPECT_EQ(make_settings(to_texts(settings)), settings);
}

} // namespace
} // namespace wt
