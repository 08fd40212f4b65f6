#include "matching/cuts.hpp"

#include <lemon/preflow.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cmath>

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
        std::vector<double> walks(program_.knowers().size());
        double all = 0;
        auto const end = std::min(from + model_.spacing, model_.on_duty.size());
        for (auto cell = from; cell < end; ++cell) {
            if (program_.walks()[cell].empty()) {
                continue;
            }
            duty |= model_.on_duty[cell];
            for (auto const& walk : program_.walks()[cell]) {
                all += values_[walk.column];
                walks[walk.knowers] += values_[walk.column];
            }
            auto const units = static_cast<double>(duty.count() / model_.unit_size());
            if (all > units + kClearly) {
                std::vector<bool> const everywhere(walks.size(), true);
                keep_if_broken(window_row(from, cell, everywhere, units));
            }
        }
        cut_knowers(from, end - 1, duty, walks);
    }

    [[nodiscard]] Row window_row(
        std::size_t from, std::size_t to, std::vector<bool> const& groups, double limit) const
    {
        Row row{.limit = limit};
        for (auto cell = from; cell <= to; ++cell) {
            for (auto const& walk : program_.walks()[cell]) {
                if (groups[walk.knowers]) {
                    row.add(walk.column, 1);
                }
            }
        }
        return row;
    }

    /// The groups of wishes whose walks in the window exceed those who know their wards, by a
    /// maximum flow from groups to officers.
    void cut_knowers(
        std::size_t from, std::size_t to, OfficerSet const& duty, std::vector<double> const& walks)
    {
        constexpr double kScale = 1e6; // LEMON's push-relabel wants whole numbers
        Graph graph;
        Graph::ArcMap<int> capacity{graph};
        auto const source = graph.addNode();
        auto const sink = graph.addNode();
        std::vector<Graph::Node> officers(model_.officers.size(), lemon::INVALID);
        std::vector<Graph::Node> groups(walks.size(), lemon::INVALID);
        for (std::size_t group = 0; group < walks.size(); ++group) {
            if (walks[group] < kClearly) {
                continue;
            }
            groups[group] = graph.addNode();
            capacity[graph.addArc(source, groups[group])] = static_cast<int>(walks[group] * kScale);
            OfficerSet knowing = duty;
            knowing &= program_.knowers()[group];
            knowing.for_each([&](std::size_t officer) {
                if (officers[officer] == lemon::INVALID) {
                    officers[officer] = graph.addNode();
                    capacity[graph.addArc(officers[officer], sink)] = static_cast<int>(kScale);
                }
                capacity[graph.addArc(groups[group], officers[officer])] =
                    static_cast<int>(kScale * 100);
            });
        }
        lemon::Preflow<Graph, Graph::ArcMap<int>> flow{graph, capacity, source, sink};
        flow.runMinCut();
        std::vector<bool> chosen(walks.size());
        OfficerSet known{model_.officers.size()};
        for (std::size_t group = 0; group < walks.size(); ++group) {
            if (groups[group] != lemon::INVALID && flow.minCut(groups[group])) {
                chosen[group] = true;
                known |= program_.knowers()[group];
            }
        }
        auto const limit = OfficerSet::count_common(known, duty);
        keep_if_broken(window_row(from, to, chosen, static_cast<double>(limit)));
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
