#include "routing/formats/words.hpp"

#include <cmath>
#include <span>

namespace wt::routing {

namespace {

constexpr std::int64_t kMostVehicles = 100;

/// Lines `x y score`, numbered from 1; two of them at least.
Instance read_scored_points(std::span<Line const> lines, double budget, std::int64_t vehicles)
{
    if (lines.size() < 2) {
        refuse_end();
    }
    if (lines.size() > kMostPoints) {
        refuse_line(lines[kMostPoints].front().line, N_("These are more points than can be."));
    }
    Instance instance;
    std::vector<Coordinates> places;
    for (auto const& line : lines) {
        require_words(line, 3);
        places.push_back({to_number(line[0]), to_number(line[1])});
        instance.problem.points.push_back({.weight = to_number(line[2], 0.0)});
        instance.ids.push_back(static_cast<std::int64_t>(places.size()));
    }
    lay_times(instance.problem, places, [](Coordinates const& from, Coordinates const& to) {
        return std::hypot(to.x - from.x, to.y - from.y);
    });
    instance.problem.budget = Seconds{budget};
    instance.problem.vehicles = static_cast<std::size_t>(vehicles);
    return instance;
}

/// The second word of a line `name value`.
Word const& value_of(std::vector<Line> const& lines, std::size_t index, std::string_view name)
{
    if (index >= lines.size()) {
        refuse_end();
    }
    auto const& line = lines[index];
    require_words(line, 2);
    if (line[0].text != name) {
        refuse_line(line[0].line, {N_("“{1}” should stand here."), {std::string{name}}});
    }
    return line[1];
}

} // namespace

Instance read_op(std::string_view text)
{
    auto const lines = split_lines(text);
    require_words(lines.front(), 2);
    auto instance = read_scored_points(
        std::span{lines}.subspan(1),
        to_number(lines.front()[0], 0.0),
        to_whole(lines.front()[1], 1, kMostVehicles));
    instance.problem.end = 1;
    return instance;
}

Instance read_top(std::string_view text)
{
    auto const lines = split_lines(text);
    auto const count = to_whole(value_of(lines, 0, "n"), 2, kMostPoints);
    auto const vehicles = to_whole(value_of(lines, 1, "m"), 1, kMostVehicles);
    auto const budget = to_number(value_of(lines, 2, "tmax"), 0.0);
    auto const points = std::span{lines}.subspan(3);
    if (points.size() < static_cast<std::size_t>(count)) {
        refuse_end();
    }
    if (points.size() > static_cast<std::size_t>(count)) {
        refuse_line(
            points[static_cast<std::size_t>(count)].front().line,
            N_("The file has more points than its first line says."));
    }
    auto instance = read_scored_points(points, budget, vehicles);
    instance.problem.end = points.size() - 1;
    return instance;
}

} // namespace wt::routing
