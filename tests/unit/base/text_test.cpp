#include "base/text.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(IsCleanUtf8, AcceptsEveryLengthOfSequence)
{
    EXPECT_TRUE(is_clean_utf8(""));
    EXPECT_TRUE(is_clean_utf8("Camberwell Road"));
    EXPECT_TRUE(is_clean_utf8("Södra vägen, Łódź, 東京, 🌙"));
}

TEST(IsCleanUtf8, RefusesNulAndIllFormedBytes)
{
    EXPECT_FALSE(is_clean_utf8(std::string_view{"a\0b", 3}));
    EXPECT_FALSE(is_clean_utf8("\xC0\xAF"));         // overlong '/'
    EXPECT_FALSE(is_clean_utf8("\xED\xA0\x80"));     // a surrogate
    EXPECT_FALSE(is_clean_utf8("\xF4\x90\x80\x80")); // past U+10FFFF
    EXPECT_FALSE(is_clean_utf8("caf\xE9"));          // Latin-1
}

TEST(CountCharacters, CountsCodePointsNotBytes)
{
    EXPECT_EQ(count_characters("Łódź"), 4U);
}

TEST(FindNumber, TakesTheWholeTextOrNothing)
{
    EXPECT_EQ(find_number("51.5"), 51.5);
    EXPECT_FALSE(find_number("51.5 north"));
    EXPECT_FALSE(find_number("nan"));
    EXPECT_FALSE(find_number(""));
    EXPECT_EQ(find_integer("-7"), -7);
    EXPECT_FALSE(find_integer("99999999999999999999"));
}

TEST(Split, KeepsEmptyParts)
{
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

} // namespace
} // namespace wt
