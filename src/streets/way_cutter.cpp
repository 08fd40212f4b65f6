#include "streets/way_cutter.hpp"

#include <algorithm>
#include <cstdint>

namespace wt::streets {
namespace {

constexpr NodeIndex kNone = ~NodeIndex{0};

class WayCutter
{
public:
    explicit WayCutter(OsmData const& data)
        : data_{data}, uses_(data.places.size()), graph_nodes_(data.places.size(), kNone)
    {
        for (OsmWay const& way : data.ways) {
            count_uses(data.nodes_of(way));
        }
    }

    CutWays run() &&
    {
        for (std::uint32_t way = 0; way < data_.ways.size(); ++way) {
            cut(way);
        }
        return std::move(result_);
    }

private:
    static bool is_closed(std::span<OsmNode const> nodes)
    {
        return nodes.size() > 3 && nodes.front() == nodes.back();
    }

    void use(OsmNode node)
    {
        if (uses_[node] < 2) {
            ++uses_[node];
        }
    }

    void count_uses(std::span<OsmNode const> nodes)
    {
        if (nodes.empty()) {
            return;
        }
        // Where a closed way happens to begin is no end.
        for (OsmNode const node : is_closed(nodes) ? nodes.subspan(1) : nodes) {
            use(node);
        }
        if (!is_closed(nodes)) {
            // An end counts twice: it is a junction even where just one other way begins.
            use(nodes.front());
            use(nodes.back());
        }
    }

    [[nodiscard]] bool is_junction(OsmNode node) const
    {
        return uses_[node] > 1 || data_.barriers[node] == Barrier::blocked;
    }

    /// A closed way need not be cut where it happens to begin: let it begin at a junction.
    [[nodiscard]] std::vector<OsmNode> begun_at_junction(std::span<OsmNode const> way) const
    {
        std::vector<OsmNode> nodes{way.begin(), way.end()};
        if (!is_closed(nodes) || is_junction(nodes.front())) {
            return nodes;
        }
        auto const start = std::find_if(
            nodes.begin() + 1, nodes.end() - 1, [&](auto node) { return is_junction(node); });
        if (start != nodes.end() - 1) {
            nodes.pop_back();
            std::rotate(nodes.begin(), start, nodes.end());
            nodes.push_back(nodes.front());
        }
        return nodes;
    }

    NodeIndex fresh_node(FixedPoint place)
    {
        result_.nodes.push_back(place);
        return static_cast<NodeIndex>(result_.nodes.size() - 1);
    }

    NodeIndex graph_node(OsmNode node)
    {
        FixedPoint const place = data_.places[node];
        if (data_.barriers[node] == Barrier::blocked) {
            return fresh_node(place);
        }
        if (graph_nodes_[node] == kNone) {
            graph_nodes_[node] = fresh_node(place);
        }
        return graph_nodes_[node];
    }

    void cut(std::uint32_t way)
    {
        auto const nodes = begun_at_junction(data_.nodes_of(data_.ways[way]));
        OsmNode last = kNone;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (is_open_ && nodes[i] == last) {
                continue;
            }
            if (data_.places[nodes[i]] == kNowhere) {
                close(last);
                continue;
            }
            if (!is_open_) {
                open(way, nodes[i]);
            } else {
                add(nodes[i]);
            }
            last = nodes[i];
            if (open_.point_count > 1 && (i + 1 == nodes.size() || is_junction(last))) {
                close(last);
                if (i + 1 < nodes.size()) {
                    open(way, last);
                }
            }
        }
        close(last);
    }

    void open(std::uint32_t way, OsmNode node)
    {
        is_open_ = true;
        length_ = {};
        open_ = Stretch{
            .way = way,
            .from = graph_node(node),
            .first_point = static_cast<std::uint32_t>(result_.points.size()),
            .is_step_free = data_.ways[way].traits.is_step_free};
        add(node);
    }

    void add(OsmNode node)
    {
        FixedPoint const point = data_.places[node];
        open_.is_step_free &= data_.barriers[node] != Barrier::not_step_free;
        if (open_.point_count++ > 0) {
            length_ += distance(to_lat_lon(result_.points.back()), to_lat_lon(point));
        }
        result_.points.push_back(point);
    }

    void close(OsmNode last)
    {
        if (is_open_ && open_.point_count > 1) {
            open_.to = graph_node(last);
            open_.length_m = static_cast<float>(length_.value);
            result_.stretches.push_back(open_);
        } else if (is_open_) {
            result_.points.resize(open_.first_point);
        }
        is_open_ = false;
        open_ = {};
    }

    OsmData const& data_;
    std::vector<std::uint8_t> uses_;     ///< by node, up to 2
    std::vector<NodeIndex> graph_nodes_; ///< by node, where it is one already
    CutWays result_;
    bool is_open_ = false; ///< true while a stretch grows
    Stretch open_;
    Metres length_; ///< of the stretch that grows
};

} // namespace

CutWays cut_ways(OsmData const& data)
{
    return WayCutter{data}.run();
}

} // namespace wt::streets
