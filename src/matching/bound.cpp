#include "matching/bound.hpp"

#include "matching/capacity_program.hpp"
#include "matching/cuts.hpp"

#include <lemon/preflow.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace wt::matching {

namespace {

using Graph = lemon::SmartDigraph;

/// Who is on duty at some start of `wish` in each block, by block.
using DutyByBlock = std::map<std::size_t, OfficerSet>;

/// By cell the block it lies in. Each block begins at a start of some wish and reaches `spacing`
/// cells, but for the first one after a pause of the starts, which reaches `first`: nights are cut
/// where they begin, and each `first` cuts them differently.
std::vector<std::size_t> cut_into_blocks(Model const& model, std::size_t first)
{
    std::vector<bool> is_start(model.on_duty.size());
    for (auto const& wish : model.wishes) {
        for (auto const& start : wish.starts) {
            is_start[start.cell] = true;
        }
    }
    std::vector<std::size_t> block_of(is_start.size());
    std::size_t block = 0;
    std::size_t end = 0;
    for (std::size_t cell = 0; cell < is_start.size(); ++cell) {
        if (is_start[cell] && cell >= end) {
            bool const is_after_pause = cell >= end + model.spacing || block == 0;
            end = cell + (is_after_pause ? first : model.spacing);
            ++block;
        }
        block_of[cell] = block;
    }
    return block_of;
}

/// The flow network of one way to cut the time into blocks.
class Network
{
public:
    Network(Model const& model, std::vector<std::size_t> block_of)
        : model_{model}, block_of_{std::move(block_of)}, capacity_{graph_},
          source_{graph_.addNode()}, sink_{graph_.addNode()}
    {
        std::vector<DutyByBlock> duties;
        for (auto const& wish : model.wishes) {
            duties.push_back(duty_of(wish));
            for (auto const& [block, officers] : duties.back()) {
                on_duty_.try_emplace(block, model.officers.size()).first->second |= officers;
                sharers_[{block, wish.ward}] += wish.shares ? 1U : 0U;
            }
        }
        for (std::size_t wish = 0; wish < model.wishes.size(); ++wish) {
            add_request(model.wishes[wish], duties[wish]);
        }
    }

    std::int64_t max_flow()
    {
        lemon::Preflow<Graph, Graph::ArcMap<int>> flow{graph_, capacity_, source_, sink_};
        flow.runMinCut();
        return flow.flowValue();
    }

private:
    using Key = std::pair<std::size_t, std::size_t>;

    [[nodiscard]] DutyByBlock duty_of(Wish const& wish) const
    {
        DutyByBlock duty;
        for (auto const& start : wish.starts) {
            OfficerSet able = model_.on_duty[start.cell];
            able &= wish.allowed;
            duty.try_emplace(block_of_[start.cell], model_.officers.size()).first->second |= able;
        }
        return duty;
    }

    void add_arc(Graph::Node from, Graph::Node to, std::size_t capacity)
    {
        capacity_[graph_.addArc(from, to)] = static_cast<int>(capacity);
    }

    /// The node of `key`, made with one arc on to `next` where there is none yet.
    template <class Next>
    Graph::Node
    gate(std::map<Key, Graph::Node>& gates, Key key, std::size_t capacity, Next const& next)
    {
        auto const found = gates.find(key);
        if (found != gates.end()) {
            return found->second;
        }
        auto const node = graph_.addNode();
        gates.emplace(key, node);
        add_arc(node, next(), capacity);
        return node;
    }

    [[nodiscard]] std::size_t walks_in(std::size_t block) const
    {
        return on_duty_.at(block).count() / model_.unit_size();
    }

    Graph::Node block_gate(std::size_t block)
    {
        return gate(blocks_, {block, 0}, walks_in(block), [&] { return sink_; });
    }

    Graph::Node officer_gate(std::size_t block, std::size_t officer)
    {
        return gate(officers_, {block, officer}, 1, [&] { return block_gate(block); });
    }

    /// Room for those who join a walk of that ward: (people - 1) on each, and one of those who
    /// share must be there to be joined.
    Graph::Node company_gate(std::size_t block, std::size_t ward)
    {
        OfficerSet knowing = on_duty_.at(block);
        knowing &= model_.knows[ward];
        auto const places = static_cast<std::size_t>(model_.rules.max_people - 1);
        auto const room = std::min(knowing.count() * places, sharers_.at({block, ward}) - 1);
        return gate(company_, {block, ward}, room, [&] {
            return gate(all_company_, {block, 0}, walks_in(block) * places, [&] { return sink_; });
        });
    }

    void add_request(Wish const& wish, DutyByBlock const& duty)
    {
        auto const node = graph_.addNode();
        add_arc(source_, node, 1);
        for (auto const& [block, officers] : duty) {
            OfficerSet knowing = officers;
            knowing &= model_.knows[wish.ward];
            knowing.for_each([&, at = block](std::size_t officer) {
                add_arc(node, officer_gate(at, officer), 1);
            });
            if (wish.shares) {
                add_arc(node, company_gate(block, wish.ward), 1);
            }
        }
    }

    Model const& model_;
    std::vector<std::size_t> block_of_;
    DutyByBlock on_duty_;                ///< of all wishes
    std::map<Key, std::size_t> sharers_; ///< who may share, by block and ward
    Graph graph_;
    Graph::ArcMap<int> capacity_;
    Graph::Node source_;
    Graph::Node sink_;
    std::map<Key, Graph::Node> blocks_;
    std::map<Key, Graph::Node> officers_;
    std::map<Key, Graph::Node> company_;
    std::map<Key, Graph::Node> all_company_;
};

} // namespace

class Bound::Program
{
public:
    explicit Program(Model const& model) : program_{model} {}

    /// The optimum, rounded down; then cuts for the next time.
    std::int64_t next()
    {
        constexpr double kRounding = 1e-5; // of Clp's sums
        double const optimum = program_.solve();
        if (!std::isfinite(optimum)) {
            is_done_ = true;
            return std::numeric_limits<std::int64_t>::max();
        }
        auto const cuts = find_cuts(program_);
        is_done_ = cuts.empty();
        program_.add(cuts);
        return static_cast<std::int64_t>(std::floor(optimum + kRounding));
    }

    [[nodiscard]] bool is_done() const { return is_done_; }

private:
    CapacityProgram program_;
    bool is_done_ = false;
};

Bound::Bound(Model const& model)
    : model_{model}, value_{std::ranges::count_if(
                         model.wishes, [](Wish const& wish) { return !wish.starts.empty(); })}
{
}

Bound::~Bound() = default;

bool Bound::tighten(std::int64_t served)
{
    if (value_ <= served || (program_ && program_->is_done())) {
        return false;
    }
    if (cuts_ < model_.spacing) {
        Network network{model_, cut_into_blocks(model_, ++cuts_)};
        value_ = std::min(value_, network.max_flow());
        return true;
    }
    if (!program_) {
        program_ = std::make_unique<Program>(model_);
    }
    value_ = std::min(value_, program_->next());
    return true;
}

} // namespace wt::matching
