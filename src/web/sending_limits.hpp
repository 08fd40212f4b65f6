#pragma once

#include "base/rate_limit.hpp"
#include "base/text.hpp"

#include <string>
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
    bool allow_complaint(std::string_view client, Instant now)
    {
        return !are_on_ || complaints_.allow(client, now);
    }
    bool allow_subscription(std::string_view client, Instant now)
    {
        return !are_on_ || subscriptions_.allow(client, now);
    }

    /// Whether a client may try to sign in. It may fail 30 times in ten minutes, five times with
    /// one name: so nobody alone locks another's name, or keeps us busy with checking passwords.
    bool may_sign_in(std::string_view client, std::string_view name, Instant now)
    {
        return !failures_.is_used_up(client, now) &&
               !failures_of_name_.is_used_up(joined(client, name), now);
    }
    void count_failed_sign_in(std::string_view client, std::string_view name, Instant now)
    {
        failures_.allow(client, now);
        failures_of_name_.allow(joined(client, name), now);
    }

    /// \param partner  one with a key, which speaks for many
    bool allow_partner(std::string_view partner, Instant now)
    {
        return !are_on_ || partners_.allow(partner, now);
    }

private:
    static constexpr std::chrono::minutes kWindow{10};

    static std::string joined(std::string_view client, std::string_view name)
    {
        return std::string{client} + "\n" + to_lower(trimmed(name));
    }

    bool are_on_;
    RateLimit requests_{60, kWindow};
    RateLimit reports_{30, kWindow};
    RateLimit failures_{30, kWindow};
    RateLimit failures_of_name_{5, kWindow};
    RateLimit complaints_{20, kWindow};
    RateLimit subscriptions_{10, kWindow};
    RateLimit partners_{300, kWindow};
};

} // namespace wt::web
