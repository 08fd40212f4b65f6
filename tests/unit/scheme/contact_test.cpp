#include "scheme/contact.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

TEST(FindContact, WritesOneNumberInOneWay)
{
    for (auto const* const typed :
         {"07700 900123", "+44 7700 900123", "0044 7700 900-123", "(07700) 900123"}) {
        EXPECT_EQ(find_contact(typed, "44"), "+447700900123") << typed;
    }
}

TEST(FindContact, KeepsAddressesInLowerCase)
{
    EXPECT_EQ(find_contact(" Ana.Lopez+walk@Example.ORG ", "44"), "ana.lopez+walk@example.org");
}

TEST(FindContact, RefusesWhatCannotBeReached)
{
    for (auto const* const typed :
         {"",
          "ana",
          "ana@",
          "@example.org",
          "ana@example",
          "ana@exa mple.org",
          "a@b@c.org",
          "ana@.org",
          "123",
          "call me",
          "+44 7700 900123 ext 5",
          "a@b.c\nBcc: x@y.z"}) {
        EXPECT_FALSE(find_contact(typed, "44")) << typed;
    }
}

TEST(Masked, ShowsNoMoreThanIsNeededToRecogniseIt)
{
    EXPECT_EQ(masked("ana@example.org"), "a…@example.org");
    EXPECT_EQ(masked("+447700900123"), "…0123");
}

} // namespace
} // namespace wt
