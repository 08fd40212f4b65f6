#include "streets/osm_reader.hpp"

#include "base/refusal.hpp"
#include "streets/osm_pass.hpp"

#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <new>

namespace wt::streets {
namespace {

/// A way that is walked because a relation makes it the outline of a square.
struct OutlineOf
{
    WalkTraits traits;
    std::string name;
};
using Outlines = std::unordered_map<std::int64_t, OutlineOf>;

Outlines read_outlines(std::filesystem::path const& file, Progress const& progress)
{
    Outlines outlines;
    pass<osmium::Relation>(file, 0, progress, [&](osmium::Relation const& relation) {
        Tags const tags = tags_of(relation.tags());
        auto const traits = find_walk_traits(tags);
        if (!traits || tags["type"] != "multipolygon") {
            return;
        }
        for (osmium::RelationMember const& member : relation.members()) {
            if (member.type() == osmium::item_type::way) {
                outlines.try_emplace(member.ref(), OutlineOf{*traits, clean_name(tags["name"])});
            }
        }
    });
    return outlines;
}

void read_ways(
    std::filesystem::path const& file,
    Outlines const& outlines,
    Progress const& progress,
    OsmData& data)
{
    pass<osmium::Way>(file, 1, progress, [&](osmium::Way const& way) {
        Tags const tags = tags_of(way.tags());
        OsmWay walked{way.id(), {}, clean_name(tags["name"]), {}};
        auto const outline = outlines.find(way.id());
        if (auto const traits = find_walk_traits(tags)) {
            walked.traits = *traits;
        } else if (outline != outlines.end() && tags["highway"].empty()) {
            walked.traits = outline->second.traits;
            walked.name = outline->second.name;
        } else {
            return;
        }
        for (osmium::NodeRef const& node : way.nodes()) {
            walked.nodes.push_back(node.ref());
        }
        data.ways.push_back(std::move(walked));
    });
    std::sort(data.ways.begin(), data.ways.end(), [](OsmWay const& a, OsmWay const& b) {
        return a.id < b.id;
    });
}

void read_nodes(std::filesystem::path const& file, Progress const& progress, OsmData& data)
{
    LatLon const unknown{1000, 1000};
    for (OsmWay const& way : data.ways) {
        for (std::int64_t const node : way.nodes) {
            data.places.try_emplace(node, unknown);
        }
    }
    pass<osmium::Node>(file, 2, progress, [&](osmium::Node const& node) {
        if (!node.location().valid()) {
            return;
        }
        LatLon const place{node.location().lat(), node.location().lon()};
        auto const used = data.places.find(node.id());
        if (used != data.places.end()) {
            used->second = place;
        }
        if (node.tags().empty()) {
            return;
        }
        Tags const tags = tags_of(node.tags());
        if (is_street_lamp(tags)) {
            data.lamps.push_back(place);
        }
        auto const barrier = barrier_of(tags);
        if (used != data.places.end() && barrier != Barrier::none) {
            data.barriers[node.id()] = barrier;
        }
    });
    std::erase_if(data.places, [&](auto const& entry) { return entry.second == unknown; });
}

} // namespace

OsmData read_osm(std::filesystem::path const& file, Progress const& progress)
{
    if (!std::filesystem::is_regular_file(file)) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("There is no map file “{1}”."), {file.filename().string()}}};
    }
    try {
        OsmData data;
        auto const outlines = read_outlines(file, progress);
        read_ways(file, outlines, progress, data);
        read_nodes(file, progress, data);
        return data;
    } catch (std::bad_alloc const&) {
        throw;
    } catch (std::exception const&) {
        // libosmium throws a dozen types; to the person they are all one: the file is no good.
        throw Refusal{
            Refusal::invalid_input,
            {N_("“{1}” cannot be read as an OpenStreetMap file (.osm.pbf, .osm or .osm.bz2). It "
                "may be damaged or only partly downloaded."),
             {file.filename().string()}}};
    }
}

} // namespace wt::streets
