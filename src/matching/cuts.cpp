#include "matching/cuts.hpp"

#include <lemon/preflow.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <map>
#include <utility>

namespace wt::matching {

namespace {

using Row = CapacityProgram::Row;
using Graph = lemon::SmartDigraph;

constexpr double kClearly = 1e-4; ///< a row must be broken by more

class Cutter
{
public:
    explicit Cutter(CapacityProgram const& program)
        : program_{program}, model_{program.model()}, values_{program.values()}
    {
    }

    std::vector<Row> find()
    {
        for (std::size_t from = 0; from < model_.on_duty.size(); ++from) {
            if (!program_.walks()[from].empty()) {
                cut_windows(from);
            }
        }
        return std::move(rows_);
    }

private:
    void keep_if_broken(Row row)
    {
        if (row.excess(values_) > kClearly) {
            rows_.push_back(std::move(row));
        }
    }

    /// All windows of up to `spacing` cells that begin at `from`.
    void cut_windows(std::size_t from)
    {
        OfficerSet duty{model_.officers.size()};
        double all = 0;
        auto const end = std::min(from + model_.spacing, model_.on_duty.size());
        for (auto cell = from; cell < end; ++cell) {
            if (program_.walks()[cell].empty()) {
                continue;
            }
            duty |= model_.on_duty[cell];
            for (auto const& walk : program_.walks()[cell]) {
                all += values_[walk.column];
            }
            auto const units = static_cast<double>(duty.count() / model_.unit_size());
            if (all > units + kClearly) {
                keep_if_broken(window_row(from, cell, nullptr, units));
            }
        }
        cut_knowers(from, end - 1);
    }

    /// The walks that start from `from` to `to`; if there is `known`, those alone for which nobody
    /// but these knows the ward and is on duty.
    [[nodiscard]] Row
    window_row(std::size_t from, std::size_t to, OfficerSet const* known, double limit) const
    {
        Row row{.limit = limit};
        for (auto cell = from; cell <= to; ++cell) {
            for (auto const& walk : program_.walks()[cell]) {
                auto const& knowers = program_.knowers()[walk.knowers];
                if (known == nullptr ||
                    OfficerSet::is_within(knowers, model_.on_duty[cell], *known)) {
                    row.add(walk.column, 1);
                }
            }
        }
        return row;
    }

    /// The walks of the window that exceed those who know their wards and are on duty at their
    /// starts, by a maximum flow from groups of walks to officers.
    void cut_knowers(std::size_t from, std::size_t to)
    {
        constexpr double kScale = 1e6; // LEMON's push-relabel wants whole numbers
        std::map<std::pair<std::size_t, std::size_t>, double> groups; // by cell and knowers
        for (auto cell = from; cell <= to; ++cell) {
            for (auto const& walk : program_.walks()[cell]) {
                if (values_[walk.column] > kClearly / kScale) {
                    groups[{cell, walk.knowers}] += values_[walk.column];
                }
            }
        }
        Graph graph;
        Graph::ArcMap<int> capacity{graph};
        auto const source = graph.addNode();
        auto const sink = graph.addNode();
        std::vector<Graph::Node> officers(model_.officers.size(), lemon::INVALID);
        std::vector<std::pair<Graph::Node, OfficerSet>> nodes;
        for (auto const& [key, walks] : groups) {
            auto const group = graph.addNode();
            OfficerSet knowing = model_.on_duty[key.first];
            knowing &= program_.knowers()[key.second];
            capacity[graph.addArc(source, group)] = static_cast<int>(walks * kScale);
            knowing.for_each([&](std::size_t officer) {
                if (officers[officer] == lemon::INVALID) {
                    officers[officer] = graph.addNode();
                    capacity[graph.addArc(officers[officer], sink)] = static_cast<int>(kScale);
                }
                capacity[graph.addArc(group, officers[officer])] = static_cast<int>(kScale * 100);
            });
            nodes.emplace_back(group, std::move(knowing));
        }
        lemon::Preflow<Graph, Graph::ArcMap<int>> flow{graph, capacity, source, sink};
        flow.runMinCut();
        OfficerSet known{model_.officers.size()};
        for (auto const& [group, knowing] : nodes) {
            if (flow.minCut(group)) {
                known |= knowing;
            }
        }
        keep_if_broken(window_row(from, to, &known, static_cast<double>(known.count())));
    }

    CapacityProgram const& program_;
    Model const& model_;
    double const* values_;
    std::vector<Row> rows_;
};

} // namespace

std::vector<Row> find_cuts(CapacityProgram const& program)
{
    return Cutter{program}.find();
}

} // namespace wt::matching
