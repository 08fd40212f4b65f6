#include "base/word_pairs.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt {
namespace {

using Numbers = std::vector<std::size_t>;

TEST(WordPairs, EveryNumberHasAPairOfItsOwn)
{
    std::set<std::string> pairs;
    for (std::size_t number = 0; number < kWordPairs; ++number) {
        EXPECT_EQ(find_word_pairs(word_pair(number)), Numbers{number});
        pairs.insert(word_pair(number));
    }
    EXPECT_EQ(pairs.size(), kWordPairs);
}

TEST(WordPairs, BeginWithAmberAcornAndEndWithWarmWindow)
{
    EXPECT_EQ(word_pair(0), "amber acorn");
    EXPECT_EQ(word_pair(4095), "warm window");
}

TEST(WordPairs, AreReadHoweverTheyAreTyped)
{
    Numbers const expected{0, 4095};
    for (auto const* const typed :
         {"amber acorn warm window",
          "  AMBER-Acorn,\r\nwarm   window. ",
          "1. amber acorn\n2. warm window",
          "amberacornwarmwindow"}) {
        EXPECT_EQ(find_word_pairs(typed), expected) << typed;
    }
}

TEST(WordPairs, AreNothingElse)
{
    for (auto const* const typed :
         {"", " ", "amber", "acorn amber", "amber acorn warm", "amber acorns", "amber \xC3\xA4"}) {
        EXPECT_FALSE(find_word_pairs(typed)) << typed;
    }
}

} // namespace
} // namespace wt
