#include "base/message.hpp"
#include "base/refusal.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(Filled, PutsArgumentsIntoTheirHoles)
{
    EXPECT_EQ(filled("{2} before {1}", {"b", "a"}), "a before b");
}

TEST(Filled, LeavesHolesWithoutArgumentAndOtherBracesAlone)
{
    EXPECT_EQ(filled("{1} {3} {x} {", {"one"}), "one {3} {x} {");
}

TEST(Refusal, CarriesItsSentenceUntranslated)
{
    Refusal const refusal{Refusal::conflict, Message{N_("{1} is taken."), {"18:30"}}};
    EXPECT_EQ(refusal.message().id, "{1} is taken.");
    EXPECT_STREQ(refusal.what(), "18:30 is taken.");
}

} // namespace
} // namespace wt
