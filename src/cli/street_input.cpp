#include "cli/street_input.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"
#include "streets/import.hpp"
#include "streets/network_file.hpp"

#include <fmt/format.h>

#include <optional>
#include <unordered_set>

namespace wt::cli {

namespace {

constexpr streets::SnapOptions kReach{};

/// Why a place is on no street: the sentence for a person.
Message too_far()
{
    return {
        N_("There is no street within {1} m of this place."),
        {fmt::format("{:.0f}", kReach.radius.value)}};
}

std::optional<streets::Snap>
find_street(streets::Network const& network, LatLon place, bool step_free)
{
    constexpr double kFarthestNorth = 89.0; // where metres east and west still mean something
    if (std::abs(place.lat) > kFarthestNorth) {
        return std::nullopt;
    }
    return streets::find_nearest_street(
        network, place, {.radius = kReach.radius, .step_free = step_free});
}

} // namespace

streets::Network load_streets(std::string const& path)
{
    open_file(path);
    if (streets::is_network_file(path)) {
        return streets::Network::load(path);
    }
    ProgressBar bar{"Reading the map"};
    auto built = streets::import_network(path, {}, [&](double share) { bar.show(share); });
    bar.finish();
    return std::move(built.network);
}

LatLon require_place(std::string const& text)
{
    auto const parts = split(text, ',');
    auto const lat = find_number(trimmed(parts.front()));
    auto const lon = find_number(trimmed(parts.back()));
    if (parts.size() != 2 || !lat || !lon || !is_valid({*lat, *lon})) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("“{1}” is not a place such as 51.5363,-0.1033 (latitude, longitude)."), {text}}};
    }
    return {*lat, *lon};
}

LatLon require_place(double lat, double lon)
{
    return require_place(fmt::format("{},{}", lat, lon));
}

streets::StreetPoint require_street(streets::Network const& network, LatLon place, bool step_free)
{
    auto const snap = find_street(network, place, step_free);
    if (!snap) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("{1},{2}: {3}"),
             {fmt::format("{}", place.lat), fmt::format("{}", place.lon), in_english(too_far())}}};
    }
    return snap->point;
}

std::vector<PlaceRow>
list_places(InputTable const& table, streets::Network const& network, bool step_free)
{
    std::vector<PlaceRow> places;
    std::unordered_set<std::string_view> seen;
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const id = table.text(row, "id");
        if (id.empty()) {
            table.refuse(row, N_("The place has no id."));
        }
        if (!seen.insert(id).second) {
            table.refuse(row, {N_("The id “{1}” comes twice."), {std::string{id}}});
        }
        LatLon const place{table.number(row, "lat", -90, 90), table.number(row, "lon", -180, 180)};
        auto const snap = find_street(network, place, step_free);
        if (!snap) {
            table.refuse(row, too_far());
        }
        places.push_back({std::string{id}, snap->point});
    }
    return places;
}

} // namespace wt::cli
