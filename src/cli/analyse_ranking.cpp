#include "base/calendar.hpp"
#include "base/csv_writer.hpp"
#include "base/refusal.hpp"
#include "cli/analyse.hpp"
#include "cli/input_streets.hpp"
#include "hotspots/cells.hpp"
#include "hotspots/ranking.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <array>
#include <iostream>
#include <map>
#include <memory>

namespace wt::cli {

namespace {

using hotspots::Place;
using hotspots::PlaceTotal;
using hotspots::RankBy;

constexpr double kWorst = 1e6; // of a severity, whatever its scale
constexpr double kMostExposed = 1e12;

std::map<std::string, RankBy> const kOrders{
    {"count", RankBy::count}, {"severity", RankBy::severity}, {"rate", RankBy::rate}};

struct RankingWish
{
    StreetFiles streets;
    std::string points;
    std::string exposure;
    double cell = 0.0; ///< metres; 0: by segment
    RankBy by = RankBy::count;
    std::string out;
    std::string lorenz;
    std::string hours;
};

/// The places that are ranked: what names each, and what was counted there.
struct Ranked
{
    std::vector<std::string_view> head; ///< of the columns that name a place
    std::vector<std::vector<std::string>> names;
    std::vector<PlaceTotal> totals;
    std::vector<double> sizes; ///< metres of street, or 1 for each cell
};

double severity_in(InputTable const& points, std::size_t row)
{
    return points.has_column("severity") ? points.number(row, "severity", 0, kWorst) : 0.0;
}

void count_points(InputTable const& points, std::vector<Place> const& places, Ranked& ranked)
{
    for (std::size_t row = 0; row < places.size(); ++row) {
        ++ranked.totals[places[row]].count;
        ranked.totals[places[row]].severity += severity_in(points, row);
    }
}

/// Exposure by edge; an empty one, and that of an edge without a line, is unknown.
void read_exposure(std::string const& path, InputStreets const& streets, Ranked& ranked)
{
    for (auto& total : ranked.totals) {
        total.exposure.reset();
    }
    InputTable const table{path, {"edge", "exposure"}};
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const edge = streets.edge_in(table, row);
        if (ranked.totals[edge].exposure) {
            table.refuse(row, {N_("The edge “{1}” comes twice."), {streets.edge_id(edge)}});
        }
        if (!table.text(row, "exposure").empty()) {
            ranked.totals[edge].exposure = table.number(row, "exposure", 0, kMostExposed);
        }
    }
}

Ranked rank_segments(RankingWish const& wish, InputTable const& points)
{
    InputStreets const streets{wish.streets};
    Ranked ranked{.head = {"edge"}, .names = {}, .totals = {}, .sizes = {}};
    for (auto const& edge : streets.graph().edges()) {
        ranked.names.push_back(
            {streets.edge_id(static_cast<hotspots::EdgeNumber>(ranked.names.size()))});
        ranked.totals.push_back({.exposure = edge.length});
        ranked.sizes.push_back(edge.length);
    }
    if (!wish.exposure.empty()) {
        read_exposure(wish.exposure, streets, ranked);
    }
    std::vector<Place> places;
    for (auto const& point : streets.places_in(points)) {
        places.push_back(point.edge);
    }
    count_points(points, places, ranked);
    return ranked;
}

Ranked rank_cells(RankingWish const& wish, InputTable const& points)
{
    std::vector<Xy> on_plane;
    for (std::size_t row = 0; row < points.size(); ++row) {
        on_plane.push_back(xy_in(points, row));
    }
    hotspots::CellGrid const grid{on_plane, wish.cell};
    Ranked ranked{
        .head = {"x", "y"},
        .names = {},
        .totals = std::vector<PlaceTotal>(grid.size()),
        .sizes = std::vector<double>(grid.size(), 1.0)};
    for (Place cell = 0; cell < grid.size(); ++cell) {
        auto const middle = grid.middle_of(cell);
        ranked.names.push_back({digits(middle.x), digits(middle.y)});
    }
    std::vector<Place> places;
    for (auto const& point : on_plane) {
        places.push_back(grid.cell_of(point));
    }
    count_points(points, places, ranked);
    return ranked;
}

std::string or_empty(std::optional<double> value)
{
    return value ? digits(*value) : std::string{};
}

std::string ranking_csv(Ranked const& ranked, RankBy by)
{
    std::string text;
    std::vector<std::string> cells{"rank"};
    cells.insert(cells.end(), ranked.head.begin(), ranked.head.end());
    for (auto const* const column :
         {"count", "severity", "exposure", "rate", "share", "share_so_far"}) {
        cells.emplace_back(column);
    }
    append_csv_line(text, cells);
    for (auto const& each : hotspots::rank_places(ranked.totals, by)) {
        auto const& total = ranked.totals[each.place];
        cells = {std::to_string(each.rank)};
        auto const& names = ranked.names[each.place];
        cells.insert(cells.end(), names.begin(), names.end());
        for (auto const& cell :
             {std::to_string(total.count),
              digits(total.severity),
              or_empty(total.exposure),
              or_empty(each.rate),
              digits(each.share),
              digits(each.share_so_far)}) {
            cells.push_back(cell);
        }
        append_csv_line(text, cells);
    }
    return text;
}

std::vector<hotspots::LorenzPoint> lorenz_of(Ranked const& ranked)
{
    std::vector<double> counts;
    for (auto const& total : ranked.totals) {
        counts.push_back(static_cast<double>(total.count));
    }
    return hotspots::lorenz_curve(counts, ranked.sizes);
}

std::string lorenz_csv(std::vector<hotspots::LorenzPoint> const& curve)
{
    std::string text;
    append_csv_line(text, {"share_of_size", "share_of_count"});
    for (auto const& point : curve) {
        append_csv_line(text, {digits(point.share_of_size), digits(point.share_of_count)});
    }
    return text;
}

/// The hour of the week in the column `at`, as the clocks there showed it.
std::string hours_csv(InputTable const& points)
{
    std::array<std::array<int, 24>, 7> grid{}; // from Monday
    for (std::size_t row = 0; row < points.size(); ++row) {
        auto const at = points.text(row, "at");
        auto const day = find_day(at.substr(0, 10));
        auto const time =
            at.size() > 11 && at[10] == 'T' ? find_time_of_day(at.substr(11)) : std::nullopt;
        if (!day || !time || *time >= std::chrono::hours{24}) {
            points.refuse(
                row, {N_("“{1}” is no time such as 2026-12-04T18:30."), {std::string{at}}});
        }
        auto const weekday = std::chrono::weekday{*day}.iso_encoding() - 1;
        ++grid[weekday][static_cast<std::size_t>(*time / std::chrono::hours{1})];
    }
    std::string text;
    append_csv_line(text, {"weekday", "hour", "count"});
    for (std::size_t weekday = 0; weekday < grid.size(); ++weekday) {
        for (std::size_t hour = 0; hour < grid[weekday].size(); ++hour) {
            append_csv_line(
                text,
                {std::to_string(weekday + 1),
                 std::to_string(hour),
                 std::to_string(grid[weekday][hour])});
        }
    }
    return text;
}

void require_sense(RankingWish const& wish)
{
    if (wish.cell > 0 && wish.by == RankBy::rate) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Cells have no exposure, so there is no rate to rank them by.")};
    }
}

void run_ranking(RankingWish const& wish)
{
    require_sense(wish);
    std::vector<std::string_view> columns;
    if (wish.cell > 0) {
        columns = {"x", "y"};
    }
    if (!wish.hours.empty()) {
        columns.emplace_back("at");
    }
    InputTable const points{wish.points, columns};
    auto const hours = wish.hours.empty() ? std::string{} : hours_csv(points);
    auto const ranked = wish.cell > 0 ? rank_cells(wish, points) : rank_segments(wish, points);
    write_file(wish.out, [&](std::ostream& out) { out << ranking_csv(ranked, wish.by); });
    if (!wish.hours.empty()) {
        write_file(wish.hours, [&](std::ostream& out) { out << hours; });
    }
    if (!wish.lorenz.empty()) {
        auto const curve = lorenz_of(ranked);
        write_file(wish.lorenz, [&](std::ostream& out) { out << lorenz_csv(curve); });
        std::cerr << fmt::format("Gini {:.3f}\n", hotspots::gini(curve));
    }
}

} // namespace

void add_analyse_ranking(CLI::App& analyse)
{
    auto* const command = analyse.add_subcommand(
        "ranking", "Segments or cells by count, severity or rate; how uneven they are; and when");
    auto const wish = std::make_shared<RankingWish>();
    auto* const cell =
        command->add_option("--cell", wish->cell, "Square cells of so many metres, not segments");
    cell->check(CLI::Range(1.0, 1e6));
    for (auto* const option : add_street_options(*command, wish->streets)) {
        option->excludes(cell);
    }
    command
        ->add_option(
            "--points",
            wish->points,
            "CSV edge,offset or x,y or (of a map) lat,lon; severity and at (2026-12-04T18:30) if "
            "there")
        ->required();
    command
        ->add_option(
            "--exposure",
            wish->exposure,
            "CSV edge,exposure; without it, the metres of each street")
        ->excludes(cell);
    command->add_option("--by", wish->by, "count, severity or rate")
        ->transform(CLI::CheckedTransformer(kOrders));
    command->add_option("-o,--out", wish->out, "CSV of the ranking")->required();
    command->add_option("--lorenz", wish->lorenz, "CSV of the Lorenz curve; Gini is told");
    command->add_option(
        "--hours", wish->hours, "CSV weekday (1 is Monday),hour,count of the column at");
    command->footer(
        "A rank says where most was said. It calls no hotspot: that is analyse hotspots.");
    command->callback([wish] { run_ranking(*wish); });
}

} // namespace wt::cli
