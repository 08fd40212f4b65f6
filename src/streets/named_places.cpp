#include "streets/named_places.hpp"

#include "streets/named_streets.hpp"
#include "streets/osm_pass.hpp"

#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace wt::streets {
namespace {

struct KeyValue
{
    std::string_view key;
    std::string_view value;
};

/// Where people arrange to meet, of all that OpenStreetMap gives a name.
constexpr std::array kKinds{
    KeyValue{"leisure", "park"},
    KeyValue{"leisure", "common"},
    KeyValue{"leisure", "garden"},
    KeyValue{"leisure", "nature_reserve"},
    KeyValue{"leisure", "recreation_ground"},
    KeyValue{"landuse", "recreation_ground"},
    KeyValue{"landuse", "village_green"},
    KeyValue{"natural", "heath"},
    KeyValue{"place", "square"},
    KeyValue{"railway", "station"},
    KeyValue{"railway", "halt"},
    KeyValue{"amenity", "bus_station"}};

/// What is known of a place while the file is read.
struct Found
{
    std::string name; ///< empty: it is no such place, or has none
    bool is_station = false;
    std::vector<LatLon> points{}; ///< it, or some of its outline
};

Found found_in(Tags const& tags)
{
    bool const is_one = std::ranges::any_of(
        kKinds, [&](KeyValue const& kind) { return tags[kind.key] == kind.value; });
    if (!is_one) {
        return {};
    }
    bool const is_station = !tags["railway"].empty() || !tags["amenity"].empty();
    return {.name = clean_name(tags["name"]), .is_station = is_station};
}

struct Outlines
{
    std::vector<Found> places;
    std::unordered_map<std::int64_t, std::size_t> place_of_way; ///< of a relation's members
    std::unordered_map<std::int64_t, std::vector<std::size_t>> places_of_node;

    std::size_t add(Found place)
    {
        places.push_back(std::move(place));
        return places.size() - 1;
    }
};

void read_relations(std::filesystem::path const& file, Progress const& progress, Outlines& outlines)
{
    pass<osmium::Relation>(file, 0, progress, [&](osmium::Relation const& relation) {
        Tags const tags = tags_of(relation.tags());
        auto found = found_in(tags);
        if (found.name.empty() || tags["type"] != "multipolygon") {
            return;
        }
        auto const place = outlines.add(std::move(found));
        for (osmium::RelationMember const& member : relation.members()) {
            if (member.type() == osmium::item_type::way) {
                outlines.place_of_way.try_emplace(member.ref(), place);
            }
        }
    });
}

/// Keeps every so many of a way's nodes: a few dozen places on an outline are enough to find the
/// street that leads past it.
void add_nodes(osmium::Way const& way, std::size_t place, Outlines& outlines)
{
    constexpr std::size_t kMostPoints = 48;
    std::size_t const step = std::max<std::size_t>(1, way.nodes().size() / kMostPoints);
    for (std::size_t i = 0; i < way.nodes().size(); i += step) {
        outlines.places_of_node[way.nodes()[i].ref()].push_back(place);
    }
}

void read_ways(std::filesystem::path const& file, Progress const& progress, Outlines& outlines)
{
    pass<osmium::Way>(file, 1, progress, [&](osmium::Way const& way) {
        auto const member = outlines.place_of_way.find(way.id());
        if (member != outlines.place_of_way.end()) {
            add_nodes(way, member->second, outlines);
        }
        if (auto found = found_in(tags_of(way.tags())); !found.name.empty()) {
            add_nodes(way, outlines.add(std::move(found)), outlines);
        }
    });
}

void read_nodes(std::filesystem::path const& file, Progress const& progress, Outlines& outlines)
{
    pass<osmium::Node>(file, 2, progress, [&](osmium::Node const& node) {
        if (!node.location().valid()) {
            return;
        }
        LatLon const point{node.location().lat(), node.location().lon()};
        if (auto const used = outlines.places_of_node.find(node.id());
            used != outlines.places_of_node.end()) {
            for (auto const place : used->second) {
                outlines.places[place].points.push_back(point);
            }
        }
        if (node.tags().empty()) {
            return;
        }
        if (auto found = found_in(tags_of(node.tags())); !found.name.empty()) {
            found.points.push_back(point);
            outlines.add(std::move(found));
        }
    });
}

/// The named street that is nearest to any of the points.
std::optional<NamedStreet> find_street(Network const& network, std::vector<LatLon> const& points)
{
    constexpr Metres kBeside{150.0};
    std::optional<NamedStreet> nearest;
    for (auto const point : points) {
        for (auto& street : list_streets_near(network, point, kBeside, 1)) {
            if (!nearest || street.away < nearest->away) {
                nearest = std::move(street);
            }
        }
    }
    return nearest;
}

} // namespace

std::vector<NamedPlace> read_named_places(
    std::filesystem::path const& file, Network const& network, Progress const& progress)
{
    Outlines outlines;
    read_relations(file, progress, outlines);
    read_ways(file, progress, outlines);
    read_nodes(file, progress, outlines);
    std::vector<NamedPlace> places;
    for (auto& found : outlines.places) {
        if (auto street = find_street(network, found.points)) {
            places.push_back(
                {std::move(found.name),
                 std::move(street->name),
                 street->point.place,
                 found.is_station});
        }
    }
    auto const by_name = [](NamedPlace const& place) { return std::tie(place.name, place.street); };
    std::ranges::sort(places, {}, by_name);
    // A station and its platforms, a park in several parts: one place to meet.
    auto const same = std::ranges::unique(places, {}, by_name);
    places.erase(same.begin(), same.end());
    return places;
}

} // namespace wt::streets
