#include "app/demo_force.hpp"

#include "app/areas.hpp"
#include "app/areas_import.hpp"
#include "app/demo_areas.hpp"
#include "app/places.hpp"
#include "app/settings.hpp"
#include "base/csv.hpp"
#include "base/text.hpp"
#include "geo/geojson.hpp"
#include "geo/inner_point.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace wt::app {

namespace {

namespace fs = std::filesystem;

/// What the demonstration invents must be good: a fault in it is ours.
void require_clean(ImportResult const& result)
{
    if (!result.faults.empty()) {
        throw std::runtime_error{
            "the demonstration's own file: " + in_english(result.faults.front().message)};
    }
}

void import_demo_areas(
    App& app, Person const& person, AreaKind kind, std::vector<DemoArea> const& areas)
{
    std::istringstream geojson{to_geojson(areas)};
    require_clean(import_areas(
        app,
        person,
        {.kind = kind, .geojson = geojson, .bcu_property = kind == AreaKind::ward ? "bcu" : ""}));
}

void import_real_bcus(App& app, Person const& person, fs::path const& folder)
{
    std::ifstream boroughs{folder / "london-boroughs.geojson"};
    std::ifstream mapping{folder / "met-bcus.csv"};
    require_clean(import_areas(
        app,
        person,
        {.kind = AreaKind::bcu,
         .geojson = boroughs,
         .code_property = "gss_code",
         .boroughs = &mapping}));
}

std::vector<DemoArea> read_real_wards(fs::path const& folder)
{
    std::vector<DemoArea> wards;
    for (auto const* name : {"lambeth-wards-2013.geojson", "southwark-wards-2013.geojson"}) {
        if (std::ifstream file{folder / name}) {
            for (auto& ward : read_areas(file, {.name = "WD13NM", .code = "WD13CD"})) {
                wards.push_back({ward.code, ward.name, "", std::move(ward.area)});
            }
        }
    }
    return wards;
}

/// Gives every ward the unit that its middle lies in; those in none are left out.
void find_bcus(App const& app, std::vector<DemoArea>& wards)
{
    auto const areas = app.areas();
    auto const bcus = areas->list_bcus();
    for (auto& ward : wards) {
        for (std::size_t i = 0; i < bcus.size(); ++i) {
            if (contains(areas->bcu_area(i), inner_point(ward.area))) {
                ward.bcu = bcus[i].code;
            }
        }
    }
    std::erase_if(wards, [](DemoArea const& ward) { return ward.bcu.empty(); });
}

void import_demo_wards(App& app, Person const& person, fs::path const& folder)
{
    auto const network = app.network();
    bool const is_london = is_in_greater_london(network->bounds().middle()) &&
                           fs::exists(folder / "london-boroughs.geojson") &&
                           fs::exists(folder / "met-bcus.csv");
    std::vector<DemoArea> wards;
    if (is_london) {
        import_real_bcus(app, person, folder);
        wards = covered_by(*network, read_real_wards(folder));
        if (wards.empty()) {
            wards = make_grid_wards(*network);
        }
        find_bcus(app, wards);
    } else {
        wards = make_grid_wards(*network);
        import_demo_areas(app, person, AreaKind::bcu, invent_bcus(wards));
    }
    import_demo_areas(app, person, AreaKind::ward, wards);
}

/// The postcodes that lie on the map.
void import_demo_places(App& app, Person const& person, fs::path const& file)
{
    std::ifstream stream{file};
    if (!stream) {
        return;
    }
    CsvTable const table{stream};
    auto const bounds = app.network()->bounds();
    std::string csv = "postcode,lat,lon\n";
    for (auto const& row : table.rows()) {
        auto const lat = find_number(table.cell(row, "lat"));
        auto const lon = find_number(table.cell(row, "lon"));
        if (lat && lon && bounds.contains({*lat, *lon})) {
            csv += fmt::format("{},{},{}\n", table.cell(row, "postcode"), *lat, *lon);
        }
    }
    std::istringstream within{csv};
    require_clean(import_places(app, person, within));
}

} // namespace

void set_up_demo_force(App& app, Person const& person, fs::path const& shared)
{
    auto const zone = demo_time_zone(app.network()->bounds().middle());
    change_setting(app, person, "demonstration", "true");
    change_setting(app, person, "time_zone", zone);
    change_setting(app, person, "calling_code", zone == "Europe/Stockholm" ? "46" : "44");
    change_setting(app, person, "contact_for_help", "walks@example.org");
    import_demo_wards(app, person, shared / "areas");
    import_demo_places(app, person, shared / "places" / "postcodes-lambeth-southwark-2014.csv");
}

std::vector<DemoUnit> list_demo_units(App const& app)
{
    constexpr std::size_t kMostStreets = 12;
    auto const areas = app.areas();
    auto const wards = areas->list_wards();
    std::vector<DemoUnit> units;
    for (auto const& bcu : areas->list_bcus()) {
        DemoUnit unit{.id = bcu.id, .code = bcu.code, .wards = {}, .desk = {}, .officers = {}};
        for (std::size_t i = 0; i < wards.size(); ++i) {
            if (wards[i].bcu == bcu.id) {
                unit.wards.push_back(
                    {wards[i].id,
                     wards[i].code,
                     bcu.id,
                     list_demo_streets(*app.network(), areas->ward_area(i), kMostStreets)});
            }
        }
        std::ranges::stable_sort(unit.wards, std::ranges::greater{}, [](DemoWard const& ward) {
            return ward.streets.size();
        });
        if (!unit.wards.empty()) {
            units.push_back(std::move(unit));
        }
    }
    std::ranges::stable_sort(
        units, std::ranges::greater{}, [](DemoUnit const& unit) { return unit.wards.size(); });
    return units;
}

} // namespace wt::app
