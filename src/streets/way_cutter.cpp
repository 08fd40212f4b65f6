#include "streets/way_cutter.hpp"

#include <algorithm>
#include <unordered_map>

namespace wt::streets {
namespace {

using NodeIds = std::vector<std::int64_t>;

class WayCutter
{
public:
    explicit WayCutter(OsmData const& data) : data_{data}
    {
        for (OsmWay const& way : data.ways) {
            count_uses(way.nodes);
        }
    }

    CutWays run() &&
    {
        for (std::size_t way = 0; way < data_.ways.size(); ++way) {
            cut(way);
        }
        return std::move(result_);
    }

private:
    static bool is_closed(NodeIds const& nodes)
    {
        return nodes.size() > 3 && nodes.front() == nodes.back();
    }

    void count_uses(NodeIds const& nodes)
    {
        for (std::int64_t const node : nodes) {
            ++uses_[node];
        }
        if (is_closed(nodes)) {
            // Where a closed way happens to begin is no end.
            --uses_[nodes.front()];
        } else if (!nodes.empty()) {
            // An end counts twice: it is a junction even where just one other way begins.
            ++uses_[nodes.front()];
            ++uses_[nodes.back()];
        }
    }

    [[nodiscard]] Barrier barrier_at(std::int64_t node) const
    {
        auto const found = data_.barriers.find(node);
        return found == data_.barriers.end() ? Barrier::none : found->second;
    }

    [[nodiscard]] bool is_junction(std::int64_t node) const
    {
        return uses_.at(node) > 1 || barrier_at(node) == Barrier::blocked;
    }

    /// A closed way need not be cut where it happens to begin: let it begin at a junction.
    [[nodiscard]] NodeIds begun_at_junction(NodeIds nodes) const
    {
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

    NodeIndex graph_node(std::int64_t node, FixedPoint place)
    {
        if (barrier_at(node) == Barrier::blocked) {
            return fresh_node(place);
        }
        auto const [entry, is_new] = graph_nodes_.try_emplace(node, 0);
        if (is_new) {
            entry->second = fresh_node(place);
        }
        return entry->second;
    }

    void cut(std::size_t way)
    {
        Stretch open;
        auto const reset = [&] {
            open = Stretch{};
            open.way = way;
            open.is_step_free = data_.ways[way].traits.is_step_free;
        };
        reset();
        std::int64_t last = 0;
        NodeIds const nodes = begun_at_junction(data_.ways[way].nodes);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            auto const place = data_.places.find(nodes[i]);
            if (!open.line.empty() && nodes[i] == last) {
                continue;
            }
            if (place == data_.places.end()) {
                close(open, last);
                reset();
                continue;
            }
            FixedPoint const point = to_fixed(place->second);
            if (open.line.empty()) {
                open.from = graph_node(nodes[i], point);
            }
            add(open, point, nodes[i]);
            last = nodes[i];
            if (open.line.size() > 1 && (i + 1 == nodes.size() || is_junction(nodes[i]))) {
                close(open, last);
                reset();
                if (i + 1 < nodes.size()) {
                    open.from = graph_node(nodes[i], point);
                    add(open, point, nodes[i]);
                }
            }
        }
        close(open, last);
    }

    void add(Stretch& open, FixedPoint point, std::int64_t node) const
    {
        open.is_step_free &= barrier_at(node) != Barrier::not_step_free;
        if (!open.line.empty()) {
            open.length += distance(to_lat_lon(open.line.back()), to_lat_lon(point));
        }
        open.line.push_back(point);
    }

    void close(Stretch& open, std::int64_t last)
    {
        if (open.line.size() > 1) {
            open.to = graph_node(last, open.line.back());
            result_.stretches.push_back(std::move(open));
        }
    }

    OsmData const& data_;
    std::unordered_map<std::int64_t, std::uint32_t> uses_;
    std::unordered_map<std::int64_t, NodeIndex> graph_nodes_;
    CutWays result_;
};

} // namespace

CutWays cut_ways(OsmData const& data)
{
    return WayCutter{data}.run();
}

} // namespace wt::streets
