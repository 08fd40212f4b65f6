#include "matching/availability.hpp"

namespace wt::matching {

namespace {

/// Her free times that begin on `day`.
void add_times_of(
    Day day,
    Availability const& availability,
    daylight::Zone const& zone,
    std::vector<Interval>& times)
{
    auto const add = [&](std::chrono::minutes from, std::chrono::minutes to) {
        times.push_back({zone.instant_at_or_after(day, from), zone.instant_at_or_after(day, to)});
    };
    for (auto const& weekly : availability.weekly) {
        if (weekly.weekday == std::chrono::weekday{day}) {
            add(weekly.from, weekly.to);
        }
    }
    for (auto const& dated : availability.dated) {
        if (dated.day == day) {
            add(dated.from, dated.to);
        }
    }
}

} // namespace

std::vector<Interval> walk_windows(
    Availability const& availability,
    LatLon place,
    daylight::DayRange days,
    daylight::Zone const& zone,
    daylight::OfferRules const& rules,
    daylight::QuietProfile const& profile)
{
    std::vector<Interval> hers;
    for (Day day = days.first - std::chrono::days{1}; day <= days.last;
         day += std::chrono::days{1}) {
        add_times_of(day, availability, zone, hers);
    }
    auto const offered = availability.in_the_light
                             ? daylight::open_windows(days, zone, rules)
                             : daylight::offered_windows(place, days, zone, rules, profile);
    return intersected(merged(std::move(hers)), offered);
}

} // namespace wt::matching
