#include "daylight/zone.hpp"

#include "base/refusal.hpp"

#include <date/tz.h>

#include <cassert>
#include <stdexcept>

namespace wt::daylight {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// The library has its own local clock; both count from 1970.
date::local_time<minutes> as_library_time(Day day, minutes since_midnight)
{
    return date::local_time<minutes>{
        std::chrono::duration_cast<minutes>(day.time_since_epoch()) + since_midnight};
}

/// True if `instant` shows a local time that was already shown before the clocks went back.
bool is_second_pass(date::time_zone const& zone, Instant instant, date::sys_info const& info)
{
    auto const local = date::local_time<std::chrono::milliseconds>{
        instant.time_since_epoch() + std::chrono::milliseconds{info.offset}};
    auto const both = zone.get_info(local);
    return both.result == date::local_info::ambiguous && instant >= both.second.begin;
}

} // namespace

int LocalTime::hour_of_week() const
{
    return static_cast<int>(weekday.iso_encoding() - 1) * 24 + hour;
}

std::string const& Zone::name() const
{
    return zone_->name();
}

LocalTime Zone::local(Instant instant) const
{
    auto const info = zone_->get_info(instant);
    std::chrono::local_seconds const shown{
        std::chrono::floor<seconds>(instant.time_since_epoch()) + info.offset};
    Day const day = std::chrono::floor<std::chrono::days>(shown);
    std::chrono::hh_mm_ss const clock{shown - day};
    return {
        .day = day,
        .date = std::chrono::year_month_day{day},
        .weekday = std::chrono::weekday{day},
        .hour = static_cast<int>(clock.hours().count()),
        .minute = static_cast<int>(clock.minutes().count()),
        .second = static_cast<int>(clock.seconds().count()),
        .offset = std::chrono::floor<minutes>(info.offset),
        .abbreviation = info.abbrev,
        .is_repeated = is_second_pass(*zone_, instant, info)};
}

Day Zone::day_of(Instant instant) const
{
    auto const offset = zone_->get_info(instant).offset;
    return Day{std::chrono::floor<std::chrono::days>(instant.time_since_epoch() + offset)};
}

Instant Zone::midnight(Day day) const
{
    return instant_at_or_after(day, minutes{0});
}

std::optional<Instant> Zone::find_instant(Day day, minutes since_midnight) const
{
    assert(since_midnight >= minutes{0} && since_midnight < hours{24});
    auto const local = as_library_time(day, since_midnight);
    if (zone_->get_info(local).result == date::local_info::nonexistent) {
        return std::nullopt;
    }
    return zone_->to_sys(local, date::choose::earliest);
}

Instant Zone::instant_at_or_after(Day day, minutes since_midnight) const
{
    // For a skipped time the library gives the moment of the skip, whichever is chosen.
    return zone_->to_sys(as_library_time(day, since_midnight), date::choose::earliest);
}

std::optional<Zone> find_zone(std::string_view name)
{
    try {
        return Zone{date::locate_zone(name)};
    } catch (std::runtime_error const&) {
        return std::nullopt;
    }
}

Zone require_zone(std::string_view name)
{
    if (auto const zone = find_zone(name)) {
        return *zone;
    }
    throw Refusal{
        Refusal::invalid_input, {N_("There is no time zone “{1}”."), {std::string{name}}}};
}

} // namespace wt::daylight
