#pragma once

#include "base/rate_limit.hpp"

#include <string_view>

namespace wt::web {

/// How often one client may send what anyone may send, without a link and without signing in. A
/// limit of the client alone: one for the whole site would let anybody shut it for everybody.
/// docs/decisions/0004-limits.md says why these numbers.
class SendingLimits
{
public:
    /// \param are_on  false where loads are measured from one machine
    explicit SendingLimits(bool are_on) : are_on_{are_on} {}

    /// Counts one sending. \returns false if the client must wait until its ten minutes are over
    bool allow_request(std::string_view client, Instant now)
    {
        return !are_on_ || requests_.allow(client, now);
    }
    bool allow_report(std::string_view client, Instant now)
    {
        return !are_on_ || reports_.allow(client, now);
    }

    /// \param partner  one with a key, which speaks for many
    bool allow_partner(std::string_view partner, Instant now)
    {
        return !are_on_ || partners_.allow(partner, now);
    }

private:
    static constexpr std::chrono::minutes kWindow{10};

    bool are_on_;
    RateLimit requests_{60, kWindow};
    RateLimit reports_{30, kWindow};
    RateLimit partners_{300, kWindow};
};

} // namespace wt::web
