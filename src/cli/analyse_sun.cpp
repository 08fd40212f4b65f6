#include "base/calendar.hpp"
#include "cli/analyse.hpp"
#include "cli/days.hpp"
#include "cli/street_input.hpp"
#include "daylight/sun.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <utility>

namespace wt::cli {

namespace {

struct Given
{
    double lat = 0;
    double lon = 0;
    std::string date;
};

/// The moment in quotation marks, to the nearest second, or null.
std::string json_moment(std::optional<Instant> moment)
{
    constexpr std::chrono::milliseconds kHalfSecond{500};
    return moment ? fmt::format("\"{}\"", iso_text(*moment + kHalfSecond)) : "null";
}

void analyse(Given const& given)
{
    auto const place = require_place(given.lat, given.lon);
    auto const sun =
        daylight::sun_times(place, std::chrono::year_month_day{require_day(given.date)});
    std::pair<char const*, std::optional<Instant>> const moments[]{
        {"sunrise", sun.sunrise},
        {"sunset", sun.sunset},
        {"civil_dawn", sun.civil_dawn},
        {"civil_dusk", sun.civil_dusk},
        {"nautical_dawn", sun.nautical_dawn},
        {"nautical_dusk", sun.nautical_dusk},
        {"astronomical_dawn", sun.astronomical_dawn},
        {"astronomical_dusk", sun.astronomical_dusk},
    };
    std::string json;
    for (auto const& [name, moment] : moments) {
        json += fmt::format("{}\"{}\":{}", json.empty() ? "" : ",", name, json_moment(moment));
    }
    fmt::print("{{{}}}\n", json);
}

} // namespace

void add_analyse_sun(CLI::App& analyses)
{
    auto* const command =
        analyses.add_subcommand("sun", "When the sun rises and sets, and each twilight: JSON, UTC");
    auto const given = std::make_shared<Given>();
    command->add_option("--lat", given->lat, "degrees north")->required();
    command->add_option("--lon", given->lon, "degrees east")->required();
    command->add_option("--date", given->date, "such as 2026-12-04")->required();
    command->callback([given] { analyse(*given); });
}

} // namespace wt::cli
