#include "app/hotspots.hpp"

#include "app/areas.hpp"
#include "app/find_hotspots.hpp"
#include "base/calendar.hpp"
#include "base/csv_writer.hpp"
#include "cli/commands.hpp"
#include "cli/days.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wt::cli {

namespace {

struct Given
{
    std::string as_of;
    bool geojson = false;
};

void append_line(std::string& text, app::Areas const& areas, app::SeenHotspot const& seen)
{
    auto const& [hotspot, latest, segments] = seen;
    append_csv_line(
        text,
        {std::to_string(hotspot.id.value),
         std::string{code_in(kHotspotStates, hotspot.state)},
         std::string{code_in(kHotspotFamilies, hotspot.family)},
         areas.require_bcu(hotspot.bcu).code,
         areas.require_ward(hotspot.ward).code,
         fmt::format("{}", fmt::join(seen.streets(), "; ")),
         std::to_string(latest.women),
         std::to_string(latest.spoken),
         fmt::format("{:.1f}", latest.expected),
         fmt::format("{:.2g}", latest.p),
         fmt::format("{:.2g}", latest.q),
         latest.is_emerging ? "1" : "0",
         iso_text(hotspot.first_day),
         iso_text(hotspot.last_day)});
}

void show(app::App& app, Given const& given)
{
    auto const as_of = given.as_of.empty() ? std::nullopt : std::optional{require_day(given.as_of)};
    auto const hotspots = app::list_hotspots(app, kCommandLine, std::nullopt, as_of);
    if (given.geojson) {
        fmt::print("{}\n", app::hotspots_geojson(hotspots));
        return;
    }
    std::string text;
    append_csv_line(
        text,
        {"id",
         "state",
         "family",
         "bcu",
         "ward",
         "streets",
         "women",
         "spoken",
         "expected",
         "p",
         "q",
         "emerging",
         "first_day",
         "last_day"});
    for (auto const& seen : hotspots) {
        append_line(text, *app.areas(), seen);
    }
    fmt::print("{}", text);
}

void find(app::App& app)
{
    auto const search = app::find_hotspots(app, kCommandLine);
    if (!search) {
        say(N_("The search of this week was made already, or there is no map yet."));
        return;
    }
    say(
        {N_("Searched what was said before {1}: {2} hotspots, {3} of them new."),
         {iso_text(search->monday),
          std::to_string(search->found),
          std::to_string(search->proposed)}});
}

} // namespace

void add_hotspots(CLI::App& root, Session& session)
{
    auto* const family = root.add_subcommand(
        "hotspots",
        "Where more women feel unsafe than chance explains, as CSV; for the desk alone");
    auto const given = std::make_shared<Given>();
    family->add_option("--as-of", given->as_of, "as they stood on a day such as 2026-11-30");
    family->add_flag("--geojson", given->geojson, "print their segments as GeoJSON");
    auto* const search = family->add_subcommand(
        "find", "Search for them now, as the worker does by itself once a week");
    search->callback([&session] { find(session.app()); });
    family->callback([&session, given, search] {
        if (!search->parsed()) {
            show(session.app(), *given);
        }
    });
}

} // namespace wt::cli
