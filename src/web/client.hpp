#pragma once

#include <string>
#include <string_view>

namespace wt::web {

/// Which network a request came from, to tell clients apart for limits: an IPv4 address, or the
/// first 64 bits of an IPv6 address, within which a household picks its addresses.
///
/// \param peer       the address at the other end of the connection
/// \param forwarded  the X-Forwarded-For header. Its last entry, which the nearest proxy wrote, is
///                   believed only if the peer is on this machine or a private network, as a proxy
///                   is: anybody can write the header.
std::string client_network(std::string_view peer, std::string_view forwarded);

} // namespace wt::web
