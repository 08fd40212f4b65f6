#include "matching/capacity_program.hpp"

#include <coin/CoinPackedMatrix.hpp>

#include <algorithm>
#include <limits>
#include <map>

namespace wt::matching {

namespace {

/// By number of walks, up to one for each party, the concave hull of how many of the smallest
/// parties have room on them. \pre no party is larger than `room`
std::vector<double> hull_of(std::vector<int> parties, int room)
{
    std::ranges::sort(parties);
    std::vector<double> most{0};
    std::size_t fit = 0;
    int people = 0;
    while (fit < parties.size()) {
        auto const all_room = static_cast<int>(most.size()) * room;
        while (fit < parties.size() && people + parties[fit] <= all_room) {
            people += parties[fit++];
        }
        most.push_back(static_cast<double>(fit));
    }
    // Raised until no step is larger than the one before.
    constexpr double kNothing = 1e-9;
    for (bool rises = true; rises;) {
        rises = false;
        for (std::size_t i = 1; i + 1 < most.size(); ++i) {
            double const middle = (most[i - 1] + most[i + 1]) / 2;
            rises = rises || most[i] < middle - kNothing;
            most[i] = std::max(most[i], middle);
        }
    }
    most.push_back(most.back()); // more walks serve nobody
    return most;
}

} // namespace

double CapacityProgram::Row::excess(double const* values) const
{
    double sum = -limit;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        sum += coefficients[i] * values[columns[i]];
    }
    return sum;
}

CapacityProgram::CapacityProgram(Model const& model)
    : model_{model}, walks_(model.on_duty.size()), starters_(model.on_duty.size())
{
    read_wishes();
    read_stints();
    close_cells();
    read_company();
    load();
}

double CapacityProgram::solve()
{
    simplex_.dual();
    return simplex_.isProvenOptimal() ? simplex_.objectiveValue()
                                      : std::numeric_limits<double>::infinity();
}

void CapacityProgram::add(std::vector<Row> const& rows)
{
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> columns;
    std::vector<double> coefficients;
    std::vector<double> limits;
    for (auto const& row : rows) {
        columns.insert(columns.end(), row.columns.begin(), row.columns.end());
        coefficients.insert(coefficients.end(), row.coefficients.begin(), row.coefficients.end());
        starts.push_back(static_cast<CoinBigIndex>(columns.size()));
        limits.push_back(row.limit);
    }
    std::vector<double> const lowest(rows.size(), -COIN_DBL_MAX);
    simplex_.addRows(
        static_cast<int>(rows.size()),
        lowest.data(),
        limits.data(),
        starts.data(),
        columns.data(),
        coefficients.data());
}

int CapacityProgram::add_column(double worth)
{
    worth_.push_back(worth);
    return static_cast<int>(worth_.size()) - 1;
}

std::size_t CapacityProgram::index_of_knowers(Wish const& wish)
{
    OfficerSet set = model_.knows[wish.ward];
    set &= wish.allowed;
    auto const found = std::ranges::find(knowers_, set);
    auto const index = static_cast<std::size_t>(found - knowers_.begin());
    if (found == knowers_.end()) {
        knowers_.push_back(std::move(set));
    }
    return index;
}

void CapacityProgram::read_wishes()
{
    for (auto const& wish : model_.wishes) {
        auto const knowers = index_of_knowers(wish);
        first_start_.push_back(static_cast<int>(worth_.size()));
        Row once{.limit = 1};
        for (auto const& start : wish.starts) {
            auto const column = add_column(1);
            once.add(column, 1);
            walks_[start.cell].push_back({knowers, column});
        }
        joins_.push_back(wish.shares && !wish.starts.empty() ? add_column(1) : -1);
        if (joins_.back() >= 0) {
            once.add(joins_.back(), 1);
        }
        rows_.push_back(std::move(once));
    }
}

void CapacityProgram::read_stints()
{
    std::vector<bool> is_asked(walks_.size());
    for (std::size_t cell = 0; cell < walks_.size(); ++cell) {
        is_asked[cell] = !walks_[cell].empty();
    }
    std::map<std::vector<std::size_t>, int> stints;
    for (std::size_t officer = 0; officer < model_.officers.size(); ++officer) {
        std::vector<std::size_t> cells;
        auto const close = [&] {
            if (!cells.empty()) {
                ++stints[cells];
                cells.clear();
            }
        };
        for (std::size_t cell = 0; cell < model_.on_duty.size(); ++cell) {
            if (!is_asked[cell] || !model_.on_duty[cell].contains(officer)) {
                continue;
            }
            if (!cells.empty() && cell - cells.back() >= model_.spacing) {
                close();
            }
            cells.push_back(cell);
        }
        close();
    }
    for (auto const& [cells, officers] : stints) {
        add_stint(cells, officers);
    }
}

void CapacityProgram::add_stint(std::vector<std::size_t> const& cells, int officers)
{
    auto const first = static_cast<int>(worth_.size());
    for (auto const cell : cells) {
        starters_[cell].push_back(add_column(0));
    }
    std::size_t last_end = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        auto end = i;
        while (end < cells.size() && cells[end] < cells[i] + model_.spacing) {
            ++end;
        }
        if (end == last_end) {
            continue; // lies within the one before
        }
        last_end = end;
        Row row{.limit = static_cast<double>(officers)};
        for (auto j = i; j < end; ++j) {
            row.add(first + static_cast<int>(j), 1);
        }
        rows_.push_back(std::move(row));
    }
}

void CapacityProgram::read_company()
{
    std::vector<bool> is_read(model_.wishes.size());
    for (std::size_t wish = 0; wish < model_.wishes.size(); ++wish) {
        if (joins_[wish] < 0 || is_read[wish]) {
            continue;
        }
        std::vector<std::size_t> circle{wish};
        for (std::size_t i = 0; i < circle.size(); ++i) { // it grows on the way
            is_read[circle[i]] = true;
            add_joining(circle[i], circle);
        }
        add_circle(circle);
    }
}

void CapacityProgram::add_joining(std::size_t wish, std::vector<std::size_t>& circle)
{
    auto const& joining = model_.wishes[wish];
    Row row;
    row.add(joins_[wish], 1);
    for (std::size_t other = 0; other < model_.wishes.size(); ++other) {
        auto const& joined = model_.wishes[other];
        if (other == wish || !model_.may_walk_together(joining, joined)) {
            continue;
        }
        auto const terms = row.columns.size();
        for (std::size_t i = 0; i < joined.starts.size(); ++i) {
            if (std::ranges::binary_search(
                    joining.starts, joined.starts[i].cell, {}, &Start::cell)) {
                row.add(first_start_[other] + static_cast<int>(i), -1);
            }
        }
        if (row.columns.size() > terms && std::ranges::find(circle, other) == circle.end()) {
            circle.push_back(other);
        }
    }
    rows_.push_back(std::move(row));
}

void CapacityProgram::add_circle(std::vector<std::size_t> const& circle)
{
    std::vector<int> parties;
    for (auto const wish : circle) {
        parties.push_back(model_.wishes[wish].request->people);
    }
    auto const most = hull_of(parties, model_.rules.max_people);
    for (std::size_t walks = 0; walks + 1 < most.size(); ++walks) {
        // The line through f(walks) and f(walks + 1).
        double const slope = most[walks + 1] - most[walks];
        Row row{.limit = most[walks] - slope * static_cast<double>(walks)};
        for (auto const wish : circle) {
            row.add(joins_[wish], 1);
            for (std::size_t i = 0; i < model_.wishes[wish].starts.size(); ++i) {
                row.add(first_start_[wish] + static_cast<int>(i), 1 - slope);
            }
        }
        bool const is_news = walks == 0 || slope + 1e-9 < most[walks] - most[walks - 1];
        if (is_news) {
            rows_.push_back(std::move(row));
        }
    }
}

void CapacityProgram::close_cells()
{
    for (std::size_t cell = 0; cell < walks_.size(); ++cell) {
        if (walks_[cell].empty()) {
            continue;
        }
        Row row;
        for (auto const& walk : walks_[cell]) {
            row.add(walk.column, model_.rules.unit_size);
        }
        for (auto const column : starters_[cell]) {
            row.add(column, -1);
        }
        rows_.push_back(std::move(row));
    }
}

void CapacityProgram::load()
{
    simplex_.setLogLevel(0);
    CoinPackedMatrix empty{false, 0, 0};
    empty.setDimensions(0, static_cast<int>(worth_.size()));
    std::vector<double> const least(worth_.size(), 0);
    std::vector<double> const most(worth_.size(), COIN_DBL_MAX);
    simplex_.loadProblem(empty, least.data(), most.data(), worth_.data(), nullptr, nullptr);
    simplex_.setOptimizationDirection(-1);
    add(rows_);
    rows_.clear();
}

} // namespace wt::matching
