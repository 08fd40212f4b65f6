#pragma once

#include "base/time.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace wt::daylight {

/// A moment as the clocks of a place show it, in numbers; its words are the translator's.
struct LocalTime
{
    Day day;                          ///< local calendar day
    std::chrono::year_month_day date; ///< the same, in parts
    std::chrono::weekday weekday;
    int hour = 0;                  ///< 0..23
    int minute = 0;                ///< 0..59
    int second = 0;                ///< 0..59
    std::chrono::minutes offset{}; ///< local minus UTC
    std::string abbreviation;      ///< "GMT", "BST"
    bool is_repeated = false;      ///< second pass of an hour, on the night clocks go back

    /// 0..167: Monday 00:00-01:00 is 0.
    [[nodiscard]] int hour_of_week() const;
};

/// A time zone of the tz database ("Europe/London"), cheap to copy. The machine's tz database is
/// read when the first zone is looked up; it is the one thing here that is not an argument.
class Zone
{
public:
    [[nodiscard]] std::string const& name() const;

    /// What the clocks show at `instant`.
    [[nodiscard]] LocalTime local(Instant instant) const;

    /// The local calendar day of `instant`.
    [[nodiscard]] Day day_of(Instant instant) const;

    /// The first moment of that local day: midnight, or where the clocks skip it, the moment they
    /// do.
    [[nodiscard]] Instant midnight(Day day) const;

    /// When the clocks show `since_midnight` (as printed, 0..24 h exclusive) on `day`. Nothing if
    /// they skip that time; the first of the two where it comes twice, so that 01:30 on the night
    /// the clocks go back happens once.
    [[nodiscard]] std::optional<Instant>
    find_instant(Day day, std::chrono::minutes since_midnight) const;

    /// As `find_instant`, but a skipped time gives the moment of the skip, and `since_midnight` may
    /// reach into the following days (25 h: 01:00 of the next): for the ends of intervals.
    [[nodiscard]] Instant instant_at_or_after(Day day, std::chrono::minutes since_midnight) const;

private:
    friend std::optional<Zone> find_zone(std::string_view name);
    explicit Zone(date::time_zone const* zone) : zone_{zone} {}

    date::time_zone const* zone_;
};

/// The zone of that name; nothing if the tz database has none.
std::optional<Zone> find_zone(std::string_view name);

/// The zone of that name. \throws Refusal::invalid_input if there is none.
Zone require_zone(std::string_view name);

} // namespace wt::daylight
