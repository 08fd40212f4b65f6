#include "scheme/wording.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(Wording, ANameIsFoundHoweverItIsWritten)
{
    for (auto const* const sentence : {
             "The lamps of Camden Street burn again.",
             "the lamps of CAMDEN\nSTREET, all six, burn again",
             "Camden Street’s lamps burn again.",
             "The lamps of ‘Camden Street’ burn again.",
             "The lamps of 'Camden  Street' burn again.",
             "Camden Street… burns.",
         }) {
        EXPECT_TRUE(names(sentence, "Camden Street")) << sentence;
    }
    EXPECT_TRUE(names("St John's Road's lamps burn.", "St. John’s Road"));
    EXPECT_TRUE(names("Lamps burn in St Johns Road.", "St Johns Road"));
}

TEST(Wording, PartOfAWordIsNoName)
{
    EXPECT_FALSE(names("The Camden Streetlights burn again.", "Camden Street"));
    EXPECT_FALSE(names("The lamps of Camden burn in every street.", "Camden Street"));
    EXPECT_FALSE(names("The lamps burn again.", ""));
    EXPECT_FALSE(names("The lamps burn again.", "…"));
}

} // namespace
} // namespace wt
