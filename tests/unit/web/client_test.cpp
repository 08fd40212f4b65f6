#include "web/client.hpp"

#include <gtest/gtest.h>

namespace wt::web {
namespace {

TEST(ClientNetwork, IsTheAddressOrHalfOfALongOne)
{
    EXPECT_EQ(client_network("203.0.113.7", ""), client_network("203.0.113.7", ""));
    EXPECT_NE(client_network("203.0.113.7", ""), client_network("203.0.113.8", ""));
    EXPECT_EQ(client_network("2001:db8:1:2::3", ""), client_network("2001:db8:1:2:ffff::4", ""));
    EXPECT_NE(client_network("2001:db8:1:2::3", ""), client_network("2001:db8:1:3::3", ""));
    EXPECT_EQ(client_network("::ffff:203.0.113.7", ""), client_network("203.0.113.7", ""));
}

TEST(ClientNetwork, BelievesTheLastEntryOfAProxyNearby)
{
    auto const she = client_network("203.0.113.7", "");
    for (auto const* const proxy : {"127.0.0.1", "::1", "10.0.0.2", "192.168.1.1", "172.20.0.3"}) {
        EXPECT_EQ(client_network(proxy, "198.51.100.1, 203.0.113.7"), she) << proxy;
    }
    EXPECT_EQ(client_network("127.0.0.1", "nonsense"), client_network("127.0.0.1", ""));
}

TEST(ClientNetwork, DoesNotBelieveAHeaderFromAfar)
{
    EXPECT_EQ(client_network("198.51.100.9", "203.0.113.7"), client_network("198.51.100.9", ""));
    EXPECT_EQ(client_network("172.32.0.1", "203.0.113.7"), client_network("172.32.0.1", ""));
}

} // namespace
} // namespace wt::web
