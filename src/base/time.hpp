#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace wt {

/// A moment, UTC. Stored as int64 milliseconds since 1970.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A calendar day in the force's own time zone.
using Day = std::chrono::local_days;

/// Where the time comes from. Pure code never has one: it takes an `Instant`.
using Clock = std::function<Instant()>;

/// The machine's clock.
Instant system_now();

inline std::int64_t to_milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

inline Instant from_milliseconds(std::int64_t milliseconds)
{
    return Instant{std::chrono::milliseconds{milliseconds}};
}

} // namespace wt
