#include "base/error_text.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace wt {
namespace {

std::string logged(char const* what)
{
    return text_to_log(std::runtime_error{what});
}

TEST(TextToLog, LeavesOutTheValuesOfAStatement)
{
    EXPECT_EQ(
        logged("UNIQUE constraint failed: t.a while executing \"INSERT …\" with :a=\"Ada\"."),
        "UNIQUE constraint failed: t.a");
    EXPECT_EQ(
        logged("ERROR: duplicate key value\nDETAIL: Key (a)=(Ada) already exists."),
        "ERROR: duplicate key value");
    EXPECT_EQ(
        logged("ERROR: invalid input syntax for type bigint: \"Ada\""),
        "ERROR: invalid input syntax for type bigint");
}

TEST(TextToLog, KeepsWhatSaysWhereToLook)
{
    EXPECT_EQ(logged("a sealed message does not open"), "a sealed message does not open");
    EXPECT_EQ(logged("relation \"walk\" does not exist"), "relation \"walk\" does not exist");
}

} // namespace
} // namespace wt
