#include "streets/osm_reader.hpp"

#include "base/refusal.hpp"
#include "streets/osm_pass.hpp"

#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include <algorithm>
#include <new>
#include <optional>
#include <unordered_map>

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

/// Gives each name its index.
class Names
{
public:
    explicit Names(std::vector<std::string>& names) : names_{names} {}

    NameIndex index_of(std::string name)
    {
        auto const [entry, is_new] =
            index_.try_emplace(std::move(name), static_cast<NameIndex>(names_.size()));
        if (is_new) {
            names_.push_back(entry->first);
        }
        return entry->second;
    }

private:
    std::vector<std::string>& names_;
    std::unordered_map<std::string, NameIndex> index_{{"", 0}};
};

/// The ids of the nodes of all ways, one way after the other.
std::vector<std::int64_t> read_ways(
    std::filesystem::path const& file,
    Outlines const& outlines,
    Progress const& progress,
    OsmData& data)
{
    std::vector<std::int64_t> ids;
    Names names{data.names};
    pass<osmium::Way>(file, 1, progress, [&](osmium::Way const& way) {
        Tags const tags = tags_of(way.tags());
        OsmWay walked{.id = way.id(), .traits = {}, .first_node = ids.size()};
        auto const outline = outlines.find(way.id());
        if (auto const traits = find_walk_traits(tags)) {
            walked.traits = *traits;
            walked.name = names.index_of(clean_name(tags["name"]));
        } else if (outline != outlines.end() && tags["highway"].empty()) {
            walked.traits = outline->second.traits;
            walked.name = names.index_of(outline->second.name);
        } else {
            return;
        }
        for (osmium::NodeRef const& node : way.nodes()) {
            ids.push_back(node.ref());
        }
        walked.node_count = static_cast<std::uint32_t>(way.nodes().size());
        data.ways.push_back(walked);
    });
    std::ranges::sort(data.ways, {}, &OsmWay::id);
    return ids;
}

/// Node ids, sorted, each once; files mostly hold their nodes in that order too.
class NodeIds
{
public:
    explicit NodeIds(std::vector<std::int64_t> ids) : ids_{std::move(ids)}
    {
        std::ranges::sort(ids_);
        auto const rest = std::ranges::unique(ids_);
        ids_.erase(rest.begin(), rest.end());
        ids_.shrink_to_fit();
    }

    [[nodiscard]] std::size_t size() const { return ids_.size(); }

    [[nodiscard]] OsmNode require(std::int64_t id) const
    {
        return static_cast<OsmNode>(std::ranges::lower_bound(ids_, id) - ids_.begin());
    }

    /// Quick where asked for rising ids.
    [[nodiscard]] std::optional<OsmNode> find(std::int64_t id)
    {
        bool const is_behind = next_ > 0 && id <= ids_[next_ - 1];
        bool const is_ahead = next_ < ids_.size() && id > ids_[next_];
        if (is_behind || is_ahead) {
            next_ = require(id);
        }
        if (next_ == ids_.size() || ids_[next_] != id) {
            return std::nullopt;
        }
        return static_cast<OsmNode>(next_++);
    }

private:
    std::vector<std::int64_t> ids_;
    std::size_t next_ = 0;
};

NodeIds number_nodes(std::vector<std::int64_t> const& way_nodes, OsmData& data)
{
    NodeIds nodes{way_nodes};
    data.way_nodes.reserve(way_nodes.size());
    for (std::int64_t const id : way_nodes) {
        data.way_nodes.push_back(nodes.require(id));
    }
    data.places.assign(nodes.size(), kNowhere);
    data.barriers.assign(nodes.size(), Barrier::none);
    return nodes;
}

void read_nodes(
    std::filesystem::path const& file, NodeIds nodes, Progress const& progress, OsmData& data)
{
    pass<osmium::Node>(file, 2, progress, [&](osmium::Node const& node) {
        if (!node.location().valid()) {
            return;
        }
        auto const used = nodes.find(node.id());
        if (used) {
            data.places[*used] = {node.location().y(), node.location().x()};
        }
        if (node.tags().empty()) {
            return;
        }
        Tags const tags = tags_of(node.tags());
        if (is_street_lamp(tags)) {
            data.lamps.push_back({node.location().lat(), node.location().lon()});
        }
        if (used) {
            data.barriers[*used] = barrier_of(tags);
        }
    });
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
        auto nodes = number_nodes(read_ways(file, outlines, progress, data), data);
        read_nodes(file, std::move(nodes), progress, data);
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
