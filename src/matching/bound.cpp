#include "matching/bound.hpp"

#include <lemon/preflow.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <map>
#include <utility>

namespace wt::matching {

namespace {

using Graph = lemon::SmartDigraph;

/// The flow network of one offset of the blocks.
class Network
{
public:
    Network(Model const& model, std::size_t offset)
        : model_{model}, offset_{offset}, capacity_{graph_}, source_{graph_.addNode()},
          sink_{graph_.addNode()}
    {
        gather_officers();
        for (auto const& wish : model.wishes) {
            if (!wish.starts.empty()) {
                add_request(wish);
            }
        }
    }

    std::int64_t max_flow()
    {
        lemon::Preflow<Graph, Graph::ArcMap<int>> flow{graph_, capacity_, source_, sink_};
        flow.runMinCut();
        return flow.flowValue();
    }

private:
    /// Of a block, or of a ward in a block: through `own` flows the first request of each walk,
    /// through `company` those who join it.
    struct Gate
    {
        Graph::Node own;
        Graph::Node company;
    };
    using Key = std::pair<std::size_t, std::size_t>;

    [[nodiscard]] std::size_t block_of(std::size_t cell) const
    {
        return (cell + offset_) / model_.spacing;
    }

    void gather_officers()
    {
        blocks_.assign(block_of(model_.on_duty.size()) + 1, OfficerSet{model_.officers.size()});
        for (std::size_t cell = 0; cell < model_.on_duty.size(); ++cell) {
            blocks_[block_of(cell)] |= model_.on_duty[cell];
        }
    }

    void add_arc(Graph::Node from, Graph::Node to, std::size_t capacity)
    {
        capacity_[graph_.addArc(from, to)] = static_cast<int>(capacity);
    }

    Gate add_gate(Gate next, std::size_t walks)
    {
        Gate const gate{graph_.addNode(), graph_.addNode()};
        add_arc(gate.own, next.own, walks);
        add_arc(
            gate.company,
            next.company,
            walks * static_cast<std::size_t>(model_.rules.max_people - 1));
        return gate;
    }

    Gate block_gate(std::size_t block)
    {
        auto const found = block_gates_.find(block);
        if (found != block_gates_.end()) {
            return found->second;
        }
        auto const walks = blocks_[block].count() / model_.unit_size();
        return block_gates_.emplace(block, add_gate({sink_, sink_}, walks)).first->second;
    }

    Gate ward_gate(std::size_t block, std::size_t ward)
    {
        auto const found = ward_gates_.find({block, ward});
        if (found != ward_gates_.end()) {
            return found->second;
        }
        OfficerSet knowing = blocks_[block];
        knowing &= model_.knows[ward];
        return ward_gates_.emplace(Key{block, ward}, add_gate(block_gate(block), knowing.count()))
            .first->second;
    }

    void add_request(Wish const& wish)
    {
        auto const node = graph_.addNode();
        add_arc(source_, node, 1);
        auto last = model_.on_duty.size();
        for (auto const& start : wish.starts) {
            if (auto const block = block_of(start.cell); block != last) {
                auto const gate = ward_gate(block, wish.ward);
                add_arc(node, gate.own, 1);
                if (wish.shares) {
                    add_arc(node, gate.company, 1);
                }
                last = block;
            }
        }
    }

    Model const& model_;
    std::size_t offset_;
    Graph graph_;
    Graph::ArcMap<int> capacity_;
    Graph::Node source_;
    Graph::Node sink_;
    std::vector<OfficerSet> blocks_;
    std::map<std::size_t, Gate> block_gates_;
    std::map<Key, Gate> ward_gates_;
};

} // namespace

std::int64_t bound_on_served(Model const& model)
{
    auto bound = static_cast<std::int64_t>(
        std::ranges::count_if(model.wishes, [](Wish const& wish) { return !wish.starts.empty(); }));
    for (std::size_t offset = 0; bound > 0 && offset < model.spacing; ++offset) {
        bound = std::min(bound, Network{model, offset}.max_flow());
    }
    return bound;
}

} // namespace wt::matching
