#include "hotspots/accuracy.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>
#include <tuple>

namespace wt::hotspots {

namespace {

/// The most events that an area can hold: the densest cells, the last in part.
class Best
{
public:
    explicit Best(std::span<AccuracyCell const> cells) : cells_{cells}, order_(cells.size())
    {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(), [&](auto a, auto b) {
            return cells[a].count / cells[a].area > cells[b].count / cells[b].area;
        });
    }

    /// Takes the next cell.
    void advance()
    {
        count_ += cells_[order_[taken_]].count;
        area_ += cells_[order_[taken_]].area;
        ++taken_;
    }
    [[nodiscard]] double count() const { return count_; }
    [[nodiscard]] double area() const { return area_; }

    /// \param area  never less than when asked before
    [[nodiscard]] double count_within(double area)
    {
        while (whole_ < order_.size() && whole_area_ + cells_[order_[whole_]].area <= area) {
            whole_count_ += cells_[order_[whole_]].count;
            whole_area_ += cells_[order_[whole_]].area;
            ++whole_;
        }
        if (whole_ == order_.size()) {
            return whole_count_;
        }
        AccuracyCell const& next = cells_[order_[whole_]];
        return whole_count_ + next.count * (area - whole_area_) / next.area;
    }

private:
    std::span<AccuracyCell const> cells_;
    std::vector<std::size_t> order_;
    std::size_t taken_ = 0;
    double count_ = 0.0;
    double area_ = 0.0;
    std::size_t whole_ = 0; ///< cells that fit into an area
    double whole_count_ = 0.0;
    double whole_area_ = 0.0;
};

double rate(double over, double under, double of_none)
{
    if (under != 0) {
        return over / under;
    }
    return over == 0 ? of_none : std::numeric_limits<double>::infinity();
}

} // namespace

std::vector<AccuracyRow> measure_accuracy(std::span<AccuracyCell const> cells)
{
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return std::tuple{-cells[a].predicted / cells[a].area, cells[a].count} <
               std::tuple{-cells[b].predicted / cells[b].area, cells[b].count};
    });
    double count = 0;
    double area = 0;
    for (AccuracyCell const& cell : cells) {
        assert(cell.predicted >= 0 && cell.count >= 0 && cell.area > 0);
        count += cell.count;
        area += cell.area;
    }
    Best best{cells};
    std::vector<AccuracyRow> rows;
    AccuracyRow row;
    for (auto const cell : order) {
        best.advance();
        row.cell = cell;
        row.count += cells[cell].count;
        row.predicted += cells[cell].predicted;
        row.area += cells[cell].area;
        row.share_of_count = rate(row.count, count, 0);
        row.share_of_area = row.area / area;
        row.pai = row.share_of_count / row.share_of_area;
        row.pei = rate(row.count / row.area, best.count() / best.area(), 1);
        row.pei_same_area = rate(row.count, best.count_within(row.area), 1);
        row.rri = rate(row.predicted, row.count, 1);
        rows.push_back(row);
    }
    return rows;
}

} // namespace wt::hotspots
