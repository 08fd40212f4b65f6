#include "cli/days.hpp"

#include "base/calendar.hpp"
#include "base/refusal.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace wt::cli {

Day require_day(std::string const& text)
{
    auto const day = find_day(text);
    if (!day) {
        throw Refusal{
            Refusal::invalid_input, {N_("“{1}” is not a date such as 2026-12-02."), {text}}};
    }
    return *day;
}

Instant require_moment(std::string const& text, daylight::Zone const& zone)
{
    auto const mark = text.find('T');
    auto const day = find_day(text.substr(0, mark));
    auto const time =
        mark == std::string::npos ? std::nullopt : find_time_of_day(text.substr(mark + 1));
    if (!day || !time || *time >= std::chrono::hours{24}) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("“{1}” is not a moment such as 2026-12-04T18:30."), {text}}};
    }
    auto const moment = zone.find_instant(*day, *time);
    if (!moment) {
        throw Refusal{
            Refusal::invalid_input, {N_("The clocks of {1} skip {2}."), {zone.name(), text}}};
    }
    return *moment;
}

std::string local_text(Instant moment, daylight::Zone const& zone)
{
    auto const local = zone.local(moment);
    auto const offset = std::abs(local.offset.count());
    return fmt::format(
        "{}T{:02}:{:02}:{:02}{}{:02}:{:02}",
        iso_text(local.day),
        local.hour,
        local.minute,
        local.second,
        local.offset.count() < 0 ? '-' : '+',
        offset / 60,
        offset % 60);
}

} // namespace wt::cli
