#include "web/client.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>
#include <array>
#include <optional>

namespace wt::web {

namespace {

/// The 16 bytes of an IPv6 address; an IPv4 address as it is mapped into those.
using Address = std::array<unsigned char, 16>;
constexpr Address kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
constexpr std::size_t kMappedBytes = 12;

std::optional<Address> find_address(std::string_view text)
{
    std::string const terminated{trimmed(text)};
    Address address = kMapped;
    if (inet_pton(AF_INET, terminated.c_str(), address.data() + kMappedBytes) == 1) {
        return address;
    }
    return inet_pton(AF_INET6, terminated.c_str(), address.data()) == 1 ? std::optional{address}
                                                                        : std::nullopt;
}

bool is_ipv4(Address const& address)
{
    return std::equal(kMapped.begin(), kMapped.begin() + kMappedBytes, address.begin());
}

/// Whether a proxy of ours may stand there: this machine, a private network (RFC 1918, RFC 4193).
bool is_nearby(Address const& address)
{
    if (!is_ipv4(address)) {
        constexpr Address kLoopback{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
        return address == kLoopback || (address[0] & 0xFEU) == 0xFCU;
    }
    auto const first = address[kMappedBytes];
    auto const second = address[kMappedBytes + 1];
    return first == 127 || first == 10 || (first == 172 && second >= 16 && second < 32) ||
           (first == 192 && second == 168);
}

/// The bytes that name the network.
std::string network_of(Address const& address)
{
    constexpr std::size_t kIpv6Network = 8;
    return {address.begin(), is_ipv4(address) ? address.end() : address.begin() + kIpv6Network};
}

} // namespace

std::string client_network(std::string_view peer, std::string_view forwarded)
{
    auto const direct = find_address(peer);
    if (!direct) {
        return {};
    }
    auto const behind = find_address(split(forwarded, ',').back());
    return network_of(behind && is_nearby(*direct) ? *behind : *direct);
}

} // namespace wt::web
