#include "daylight/windows.hpp"

#include <algorithm>

namespace wt::daylight {

namespace {

using std::chrono::minutes;

/// No zone shifts its hours by less since 1972 but Liberia, so within such a step of UTC the local
/// hour does not change.
constexpr minutes kStep{15};

bool is_closed(LocalTime const& local, OfferRules const& rules)
{
    minutes const now = std::chrono::hours{local.hour} + minutes{local.minute};
    if (rules.closed_from <= rules.closed_to) {
        return rules.closed_from <= now && now < rules.closed_to;
    }
    return now >= rules.closed_from || now < rules.closed_to;
}

Offer offer_by_the_clock(LocalTime const& local, OfferRules const& rules)
{
    if (local.is_repeated) {
        return Offer::repeated_hour;
    }
    return is_closed(local, rules) ? Offer::closed : Offer::offered;
}

bool is_quiet(QuietProfile const& profile, LocalTime const& local, OfferRules const& rules)
{
    return profile.quietness[static_cast<std::size_t>(local.hour_of_week())] >=
           rules.quiet_at_least;
}

Offer offer_when(
    LocalTime const& local, bool is_dark_then, OfferRules const& rules, QuietProfile const& profile)
{
    if (auto const offer = offer_by_the_clock(local, rules); offer != Offer::offered) {
        return offer;
    }
    if (!is_dark_then) {
        return Offer::in_the_light;
    }
    return is_quiet(profile, local, rules) ? Offer::offered : Offer::busy;
}

Interval whole(DayRange days, Zone const& zone)
{
    return {zone.midnight(days.first), zone.midnight(days.last + std::chrono::days{1})};
}

/// The quarter hours of `range` whose local time passes `accepts`, joined.
template <class Accepts>
std::vector<Interval> quarter_hours(Interval range, Zone const& zone, Accepts const& accepts)
{
    std::vector<Interval> kept;
    for (Instant at = range.from; at < range.to; at += kStep) {
        if (accepts(zone.local(at))) {
            kept.push_back({at, std::min(at + kStep, range.to)});
        }
    }
    return merged(std::move(kept));
}

/// When the sun stands below `elevation` in `range`, found between neighbouring steps of opposite
/// sign; a dip shorter than a step is not worth offering.
std::vector<Interval> dark_times(LatLon place, Interval range, double elevation)
{
    auto const cross = [&](Instant before, Instant after) {
        bool const darkens = is_dark(place, after, elevation);
        while (after - before > std::chrono::milliseconds{500}) {
            Instant const middle = before + (after - before) / 2;
            (is_dark(place, middle, elevation) == darkens ? after : before) = middle;
        }
        return after;
    };
    std::vector<Interval> dark;
    bool was_dark = is_dark(place, range.from, elevation);
    Instant since = range.from;
    for (Instant at = range.from; at < range.to; at += kStep) {
        Instant const next = std::min(at + kStep, range.to);
        if (is_dark(place, next, elevation) == was_dark) {
            continue;
        }
        Instant const turn = cross(at, next);
        if (was_dark) {
            dark.push_back({since, turn});
        }
        since = turn;
        was_dark = !was_dark;
    }
    if (was_dark) {
        dark.push_back({since, range.to});
    }
    return merged(std::move(dark));
}

} // namespace

Offer offer_at(
    LatLon place,
    Instant instant,
    Zone const& zone,
    OfferRules const& rules,
    QuietProfile const& profile)
{
    return offer_when(
        zone.local(instant), is_dark(place, instant, rules.dark_below), rules, profile);
}

std::vector<Interval> offered_windows(
    LatLon place,
    DayRange days,
    Zone const& zone,
    OfferRules const& rules,
    QuietProfile const& profile)
{
    Interval const range = whole(days, zone);
    auto const quiet = quarter_hours(range, zone, [&](LocalTime const& local) {
        return offer_by_the_clock(local, rules) == Offer::offered &&
               is_quiet(profile, local, rules);
    });
    return intersected(quiet, dark_times(place, range, rules.dark_below));
}

std::vector<ExplainedTime> explained_windows(
    LatLon place,
    DayRange days,
    Zone const& zone,
    OfferRules const& rules,
    QuietProfile const& profile)
{
    Interval const range = whole(days, zone);
    auto const dark = dark_times(place, range, rules.dark_below);
    std::vector<ExplainedTime> explained;
    auto night = dark.begin();
    for (Instant at = range.from; at < range.to;) {
        bool const is_dark_now = night != dark.end() && night->from <= at;
        Instant end = std::min(range.to, range.from + ((at - range.from) / kStep + 1) * kStep);
        if (night != dark.end()) {
            end = std::min(end, is_dark_now ? night->to : night->from);
        }
        auto const offer = offer_when(zone.local(at), is_dark_now, rules, profile);
        if (explained.empty() || explained.back().offer != offer) {
            explained.push_back({{at, end}, offer});
        }
        explained.back().when.to = end;
        at = end;
        night += is_dark_now && end == night->to ? 1 : 0;
    }
    return explained;
}

std::vector<Interval> open_windows(DayRange days, Zone const& zone, OfferRules const& rules)
{
    return quarter_hours(whole(days, zone), zone, [&](LocalTime const& local) {
        return offer_by_the_clock(local, rules) == Offer::offered;
    });
}

double quality(LatLon place, Instant instant, Zone const& zone, QuietProfile const& profile)
{
    double const elevation = solar_elevation(place, instant);
    double const darkness = std::clamp(
        (kSunsetElevation - elevation) / (kSunsetElevation - kAstronomicalElevation), 0.0, 1.0);
    return (darkness + quietness(profile, zone, instant)) / 2.0;
}

} // namespace wt::daylight
