#include "streets/directions.hpp"

#include "geo/projection.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>

namespace wt::streets {
namespace {

enum class Turn : std::uint8_t
{
    start,
    on,
    left,
    right,
    back
};
enum class Kind : std::uint8_t
{
    named,
    road,
    path,
    crossing,
    square,
    steps
};

/// By turn, then by kind. A sentence each, since other languages do not build them from parts.
constexpr std::array<std::array<char const*, 6>, 5> kSentences{{
    {N_("Walk along {1}, {2} m."),
     N_("Walk along the road, {2} m."),
     N_("Walk along the path, {2} m."),
     N_("Use the crossing, {2} m."),
     N_("Walk across the square, {2} m."),
     N_("Take the steps, {2} m.")},
    {N_("Go straight on into {1}, {2} m."),
     N_("Go straight on along the road, {2} m."),
     N_("Go straight on along the path, {2} m."),
     N_("Go straight on over the crossing, {2} m."),
     N_("Go straight on across the square, {2} m."),
     N_("Go straight on and take the steps, {2} m.")},
    {N_("Turn left into {1}, {2} m."),
     N_("Turn left into the road, {2} m."),
     N_("Turn left into the path, {2} m."),
     N_("Turn left over the crossing, {2} m."),
     N_("Turn left across the square, {2} m."),
     N_("Turn left and take the steps, {2} m.")},
    {N_("Turn right into {1}, {2} m."),
     N_("Turn right into the road, {2} m."),
     N_("Turn right into the path, {2} m."),
     N_("Turn right over the crossing, {2} m."),
     N_("Turn right across the square, {2} m."),
     N_("Turn right and take the steps, {2} m.")},
    {N_("Turn back along {1}, {2} m."),
     N_("Turn back along the road, {2} m."),
     N_("Turn back along the path, {2} m."),
     N_("Turn back over the crossing, {2} m."),
     N_("Turn back across the square, {2} m."),
     N_("Turn back and take the steps, {2} m.")},
}};

/// Legs that one sentence tells.
struct Stage
{
    Kind kind = Kind::road;
    NameIndex name = 0;
    Metres length;
    std::vector<LatLon> line;
};

Kind kind_of(Edge const& edge)
{
    if (edge.street_class == StreetClass::steps) {
        return Kind::steps;
    }
    if (edge.name != 0) {
        return Kind::named;
    }
    if (edge.is_area != 0) {
        return Kind::square;
    }
    switch (edge.street_class) {
    case StreetClass::crossing:
        return Kind::crossing;
    case StreetClass::footway:
    case StreetClass::path:
    case StreetClass::cycleway:
    case StreetClass::bridleway:
    case StreetClass::track:
    case StreetClass::platform:
    case StreetClass::pedestrian:
        return Kind::path;
    default:
        return Kind::road;
    }
}

void append(Stage& stage, Stage const& next)
{
    stage.length += next.length;
    stage.line.insert(
        stage.line.end(), next.line.begin() + (stage.line.empty() ? 0 : 1), next.line.end());
}

/// Neighbours that belong together made one.
template <class BelongsTo>
std::vector<Stage> joined(std::vector<Stage> const& stages, BelongsTo belongs_to)
{
    std::vector<Stage> result;
    for (Stage const& next : stages) {
        if (!result.empty() && belongs_to(result.back(), next)) {
            append(result.back(), next);
        } else {
            result.push_back(next);
        }
    }
    return result;
}

std::vector<Stage> stages_of(Network const& network, std::span<Search::Leg const> legs)
{
    std::vector<Stage> stages;
    for (Search::Leg const& leg : legs) {
        Edge const& edge = network.edge(leg.edge);
        Kind const kind = kind_of(edge);
        stages.push_back(
            {kind,
             kind == Kind::named ? edge.name : 0,
             Metres{std::abs(leg.to.value - leg.from.value)},
             line_between(network, leg.edge, leg.from, leg.to)});
    }
    auto const is_same = [](Stage const& last, Stage const& next) {
        return last.kind == next.kind && last.name == next.name;
    };
    // Whether a stretch is too short to tell shows only when it is whole.
    auto const is_trifle = [](Stage const& last, Stage const& next) {
        constexpr Metres kTooShortToTell{20.0};
        return next.kind != Kind::steps && next.kind != Kind::named &&
               next.length < kTooShortToTell && last.kind != Kind::steps;
    };
    return joined(joined(stages, is_same), [&](Stage const& last, Stage const& next) {
        return is_same(last, next) || is_trifle(last, next);
    });
}

/// The point some metres from the front of a line, where a person sees which way it leads.
LatLon ahead_on(auto first, auto last)
{
    constexpr double kSight = 12.0;
    double left = kSight;
    for (auto next = std::next(first); next != last; first = next++) {
        double const piece = distance(*first, *next).value;
        if (piece >= left && piece > 0.0) {
            return between(*first, *next, left / piece);
        }
        left -= piece;
    }
    return *first;
}

Turn turn_between(Stage const& before, Stage const& after)
{
    LatLon const corner = after.line.front();
    LocalProjection const plane{corner};
    Xy const in = plane.to_plane(ahead_on(before.line.rbegin(), before.line.rend()));
    Xy const out = plane.to_plane(ahead_on(after.line.begin(), after.line.end()));
    // `in` points backwards, so the way goes from -in to out; positive is to the left.
    double const cross = -in.x * out.y + in.y * out.x;
    double const dot = -in.x * out.x - in.y * out.y;
    double const degrees = std::atan2(cross, dot) * 180.0 / std::numbers::pi;
    if (std::abs(degrees) < 35.0) {
        return Turn::on;
    }
    if (std::abs(degrees) > 160.0) {
        return Turn::back;
    }
    return degrees > 0 ? Turn::left : Turn::right;
}

std::string rounded(Metres length)
{
    double const step = length.value < 50.0 ? 5.0 : 10.0;
    return std::to_string(std::max(5L, std::lround(length.value / step) * std::lround(step)));
}

} // namespace

std::vector<Direction> directions_along(Network const& network, std::span<Search::Leg const> legs)
{
    auto const stages = stages_of(network, legs);
    std::vector<Direction> directions;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        Turn const turn = i == 0 ? Turn::start : turn_between(stages[i - 1], stages[i]);
        auto const& sentence =
            kSentences[static_cast<std::size_t>(turn)][static_cast<std::size_t>(stages[i].kind)];
        directions.push_back(
            {{sentence, {std::string{network.name(stages[i].name)}, rounded(stages[i].length)}},
             stages[i].length});
    }
    return directions;
}

} // namespace wt::streets
