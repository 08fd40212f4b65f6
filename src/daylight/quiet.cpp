#include "daylight/quiet.hpp"

#include <algorithm>
#include <cassert>

namespace wt::daylight {

namespace {

using DayProfile = std::array<double, 24>;

// clang-format off
//                                0    1    2    3    4    5    6    7    8    9   10   11
//                               12   13   14   15   16   17   18   19   20   21   22   23
constexpr DayProfile kWorkday{ 0.9, 1.0, 1.0, 1.0, 1.0, 0.9, 0.6, 0.3, 0.1, 0.2, 0.3, 0.3,
                               0.2, 0.2, 0.2, 0.1, 0.1, 0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8};
constexpr DayProfile kFriday{  0.9, 1.0, 1.0, 1.0, 1.0, 0.9, 0.6, 0.3, 0.1, 0.2, 0.3, 0.2,
                               0.2, 0.1, 0.1, 0.0, 0.0, 0.0, 0.1, 0.3, 0.4, 0.4, 0.4, 0.4};
constexpr DayProfile kSaturday{0.5, 0.6, 0.8, 0.9, 1.0, 1.0, 0.9, 0.8, 0.6, 0.4, 0.2, 0.1,
                               0.0, 0.0, 0.0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.4, 0.4, 0.4, 0.4};
constexpr DayProfile kSunday{  0.5, 0.6, 0.8, 0.9, 1.0, 1.0, 0.9, 0.9, 0.8, 0.6, 0.4, 0.2,
                               0.1, 0.1, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
// clang-format on

QuietProfile make_default()
{
    constexpr std::array<DayProfile const*, 7> kWeek{
        &kWorkday, &kWorkday, &kWorkday, &kWorkday, &kFriday, &kSaturday, &kSunday};
    QuietProfile profile;
    auto out = profile.quietness.begin();
    for (auto const* day : kWeek) {
        out = std::ranges::copy(*day, out).out;
    }
    return profile;
}

} // namespace

QuietProfile profile_of(WeekCounts const& week)
{
    double const people = std::ranges::max(week, {}, &HourCount::people).people;
    double const traffic = std::ranges::max(week, {}, &HourCount::traffic).traffic;
    assert(people > 0 || traffic > 0);
    auto const share = [](double count, double most) { return most > 0 ? count / most : 0.0; };
    double const kinds = (people > 0 ? 1 : 0) + (traffic > 0 ? 1 : 0);
    QuietProfile profile;
    std::ranges::transform(week, profile.quietness.begin(), [&](HourCount const& hour) {
        return 1.0 - (share(hour.people, people) + share(hour.traffic, traffic)) / kinds;
    });
    return profile;
}

double quietness(QuietProfile const& profile, Zone const& zone, Instant instant)
{
    return profile.quietness[static_cast<std::size_t>(zone.local(instant).hour_of_week())];
}

QuietProfile const& default_quiet_profile()
{
    static QuietProfile const profile = make_default();
    return profile;
}

} // namespace wt::daylight
