#include "scheme/partner.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(Partner, TakesCategoriesUnderItsOwnCodesOrOurs)
{
    EXPECT_EQ(
        find_services("lighting:LAMP_OUT  path"),
        (std::vector<Service>{{Category::lighting, "LAMP_OUT"}, {Category::path, "path"}}));
    EXPECT_EQ(find_services("lamps"), std::nullopt);
    EXPECT_EQ(find_services("lighting:"), std::nullopt);
    EXPECT_EQ(find_service_code("lighting:LAMP_OUT", Category::lighting), "LAMP_OUT");
    EXPECT_EQ(find_service_code("lighting:LAMP_OUT", Category::path), std::nullopt);
}

TEST(Partner, ThatNamesNoCategoryTakesAll)
{
    EXPECT_EQ(find_service_code("", Category::followed), "followed");
}

TEST(Partner, ServesItsAreasAndCategoriesAlone)
{
    PartnerReach const lamps{.services = "lighting", .bcus = {"S"}, .wards = {"N7"}};
    EXPECT_TRUE(serves(lamps, Category::lighting, "S", "S1"));
    EXPECT_TRUE(serves(lamps, Category::lighting, "N", "N7"));
    EXPECT_FALSE(serves(lamps, Category::lighting, "N", "N8"));
    EXPECT_FALSE(serves(lamps, Category::path, "S", "S1"));
    EXPECT_TRUE(serves({.services = "path", .bcus = {}, .wards = {}}, Category::path, "N", "N8"));
}

} // namespace
} // namespace wt
