#include "privacy/listing.hpp"

#include <gtest/gtest.h>

namespace wt::privacy {
namespace {

constexpr int kThreshold = 5;

ListingLevel level(PeopleByArea const& people, Category category = Category::lighting)
{
    return listing_level(people, category, kThreshold);
}

TEST(ListingLevel, IsTheFinestAreaInWhichEnoughPeopleRaisedOne)
{
    EXPECT_EQ(level({5, 5, 5, 5}), ListingLevel::segment);
    EXPECT_EQ(level({4, 5, 5, 5}), ListingLevel::street);
    EXPECT_EQ(level({4, 4, 5, 5}), ListingLevel::ward);
    EXPECT_EQ(level({4, 4, 4, 5}), ListingLevel::bcu);
    EXPECT_EQ(level({4, 4, 4, 4}), ListingLevel::none);
}

TEST(ListingLevel, AStreetWithoutNameIsNoArea)
{
    EXPECT_EQ(level({4, 0, 7, 9}), ListingLevel::ward);
}

TEST(ListingLevel, WhatWouldPointAtPeopleIsNeverPlacedBySegment)
{
    for (auto const category :
         {Category::kerb_crawling, Category::loitering, Category::substances}) {
        EXPECT_EQ(level({99, 99, 99, 99}, category), ListingLevel::street);
    }
}

TEST(ListingLevel, ConcernsAboutThePoliceStandThereLikeAnyOther)
{
    EXPECT_EQ(level({5, 5, 5, 5}, Category::police), ListingLevel::segment);
}

} // namespace
} // namespace wt::privacy
