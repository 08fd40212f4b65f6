#include "base/refusal.hpp"
#include "web/fields.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

TEST(ReadUrlencoded, ReadsWhatItWrites)
{
    Fields const fields{{{"name", "Zoë & co"}, {"when", "a=b+c%"}, {"when", ""}}};
    auto const again = read_urlencoded(write_urlencoded(fields));
    EXPECT_EQ(again.get("name"), "Zoë & co");
    EXPECT_EQ(again.list("when"), (std::vector<std::string>{"a=b+c%", ""}));
}

TEST(ReadUrlencoded, RefusesNulBrokenEscapesAndOtherEncodings)
{
    for (auto const* const bad : {"a=%00", "a=%f", "a=%", "a=%zz", "a=caf%E9", "%C0%AF=1"}) {
        EXPECT_THROW(read_urlencoded(bad), Refusal) << bad;
    }
}

TEST(ReadUrlencoded, RefusesAFloodOfFields)
{
    std::string many;
    for (int i = 0; i < 1001; ++i) {
        many += "a=1&";
    }
    EXPECT_THROW(read_urlencoded(many), Refusal);
}

TEST(ReadCookies, LeavesOutWhatItCannotRead)
{
    auto const cookies = read_cookies("lang=cy; bad; x=\xFF; notice=a=b");
    EXPECT_EQ(cookies.get("lang"), "cy");
    EXPECT_EQ(cookies.get("notice"), "a=b");
    EXPECT_FALSE(cookies.has("x"));
}

TEST(Fields, TrimsOnGetAndReplacesOnSet)
{
    Fields fields{{{"a", " 1 "}, {"a", "2"}}};
    EXPECT_EQ(fields.get("a"), "1");
    fields.set("a", "3");
    EXPECT_EQ(fields.list("a"), std::vector<std::string>{"3"});
}

} // namespace
} // namespace wt::web
