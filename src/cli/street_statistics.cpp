#include "cli/street_statistics.hpp"

#include <fmt/format.h>

namespace wt::cli {

namespace {

double percent(Metres part, Metres whole)
{
    return whole.value > 0 ? 100 * (part / whole) : 0;
}

} // namespace

void print(streets::ImportStatistics const& made)
{
    fmt::print("nodes             {}\n", made.nodes);
    fmt::print("edges             {}\n", made.edges);
    fmt::print("segments          {}\n", made.segments);
    fmt::print("length            {:.1f} km\n", made.length.value / 1000);
    fmt::print(
        "dropped islands   {} ({:.1f} km)\n",
        made.dropped_islands,
        made.dropped_length.value / 1000);
    fmt::print(
        "light             {:.1f}% lit, {:.1f}% unlit, {:.1f}% unknown\n",
        percent(made.lit, made.length),
        percent(made.unlit, made.length),
        percent(made.unknown_light, made.length));
    fmt::print("ways of steps     {}\n", made.steps_ways);
    fmt::print("street lamps      {}\n", made.lamps);
}

} // namespace wt::cli
