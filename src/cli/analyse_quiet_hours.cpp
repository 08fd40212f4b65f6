#include "base/calendar.hpp"
#include "base/refusal.hpp"
#include "cli/analyse.hpp"
#include "cli/days.hpp"
#include "cli/quiet_profile_file.hpp"
#include "cli/street_input.hpp"
#include "daylight/windows.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace wt::cli {

namespace {

struct Given
{
    double lat = 0;
    double lon = 0;
    std::string from;
    std::string to;
    std::string zone = "Europe/London";
    std::string profile; ///< file; empty: the default
    bool json = false;
};

using Explained = std::vector<daylight::ExplainedTime>;

/// Why a time is offered or not: in words, and as programs read it.
struct Reason
{
    daylight::Offer offer;
    char const* words;
    char const* code;
};
constexpr std::array kReasons = std::to_array<Reason>({
    {daylight::Offer::offered, "offered", "offered"},
    {daylight::Offer::in_the_light, "not dark", "in_the_light"},
    {daylight::Offer::busy, "busy", "busy"},
    {daylight::Offer::closed, "closed", "closed"},
    {daylight::Offer::repeated_hour, "second pass of an hour that comes twice", "repeated_hour"},
});

Reason const& reason_of(daylight::Offer offer)
{
    return *std::ranges::find(kReasons, offer, &Reason::offer);
}

daylight::DayRange require_days(Given const& given)
{
    constexpr std::chrono::days kMost{366};
    daylight::DayRange const days{require_day(given.from), require_day(given.to)};
    if (days.last < days.first || days.last - days.first >= kMost) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("{1} to {2} are not between 1 and 366 days."), {given.from, given.to}}};
    }
    return days;
}

/// "2026-12-04  17:21 to 18:00  offered" for each local day.
void print_text(Explained const& times, daylight::Zone const& zone)
{
    auto const minute = [&](Instant moment) {
        auto const local = zone.local(moment);
        return fmt::format("{:02}:{:02}", local.hour, local.minute);
    };
    for (auto const& [when, offer] : times) {
        for (Instant from = when.from; from < when.to;) {
            auto const day = zone.day_of(from);
            auto const midnight = zone.midnight(day + std::chrono::days{1});
            auto const to = std::min(when.to, midnight);
            fmt::print(
                "{}  {} to {}  {}\n",
                iso_text(day),
                minute(from),
                to == midnight ? "24:00" : minute(to),
                reason_of(offer).words);
            from = to;
        }
    }
}

void print_json(Explained const& times, daylight::Zone const& zone)
{
    std::string offered;
    std::string others;
    for (auto const& [when, offer] : times) {
        bool const is_offered = offer == daylight::Offer::offered;
        std::string& list = is_offered ? offered : others;
        list += fmt::format(
            R"({}{{"from":"{}","to":"{}"{}}})",
            list.empty() ? "" : ",",
            local_text(when.from, zone),
            local_text(when.to, zone),
            is_offered ? "" : fmt::format(R"(,"why":"{}")", reason_of(offer).code));
    }
    fmt::print(
        R"({{"zone":"{}","windows":[{}],"not_offered":[{}]}})"
        "\n",
        zone.name(),
        offered,
        others);
}

void analyse(Given const& given)
{
    auto const place = require_place(given.lat, given.lon);
    auto const days = require_days(given);
    auto const zone = daylight::require_zone(given.zone);
    auto const profile = given.profile.empty()
                             ? daylight::default_quiet_profile()
                             : daylight::profile_of(read_week_counts(given.profile));
    auto const times = daylight::explained_windows(place, days, zone, {}, profile);
    if (given.json) {
        print_json(times, zone);
    } else {
        print_text(times, zone);
    }
}

} // namespace

void add_analyse_quiet_hours(CLI::App& analyses)
{
    auto* const command = analyses.add_subcommand(
        "quiet-hours", "When walks are offered at a place, dark and quiet, and why not else");
    auto const given = std::make_shared<Given>();
    command->add_option("--lat", given->lat, "degrees north")->required();
    command->add_option("--lon", given->lon, "degrees east")->required();
    command->add_option("--from", given->from, "first day, such as 2026-12-04")->required();
    command->add_option("--to", given->to, "last day")->required();
    command->add_option("--zone", given->zone, "time zone")->capture_default_str();
    command->add_option("--profile", given->profile, "CSV: weekday,hour,people,traffic");
    command->add_flag("--json", given->json, "print one line of JSON");
    command->callback([given] { analyse(*given); });
}

} // namespace wt::cli
