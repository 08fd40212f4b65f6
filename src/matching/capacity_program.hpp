#pragma once

#include "matching/model.hpp"

#include <coin/ClpSimplex.hpp>

#include <cstddef>
#include <vector>

namespace wt::matching {

/// A linear relaxation of the first level, whose optimum no plan exceeds. Variables are 0 or more:
///
///     x[w,t]  wish w walks at cell t, alone or as the first of those who share the walk
///     j[w]    wish w joins a walk of another
///     z[s,t]  officers of stint s who start at t; a stint is who is on duty at the same cells
///
///     max  sum x + sum j
///     sum over t of x[w,t] + j[w] <= 1
///     (unit size) sum over w of x[w,t] <= sum over s of z[s,t]
///     sum of z[s,t] over any `spacing` cells <= officers of s
///     j[w] <= sum of x[u,t] over those u whom w may join, at starts of both
///     sum of x + j over a circle <= f(sum of x over it)
///
/// A circle is wishes linked by "may share with" and a start in common; f is the concave hull of
/// how many of its smallest parties have room on so many walks. `add` takes rows of `cuts.hpp`,
/// which all plans keep, too.
class CapacityProgram
{
public:
    /// A variable x with who may be the officer that knows the ward: an index of `knowers`.
    struct WalkColumn
    {
        std::size_t knowers;
        int column;
    };

    /// One row: sum of the coefficients times columns <= limit.
    struct Row
    {
        std::vector<int> columns{};
        std::vector<double> coefficients{};
        double limit = 0;

        void add(int column, double coefficient)
        {
            columns.push_back(column);
            coefficients.push_back(coefficient);
        }
        [[nodiscard]] double excess(double const* values) const;
    };

    explicit CapacityProgram(Model const& model);

    /// The optimum, from where the last one stood; infinite if Clp gives up.
    double solve();
    void add(std::vector<Row> const& rows);

    [[nodiscard]] Model const& model() const { return model_; }
    [[nodiscard]] double const* values() const { return simplex_.primalColumnSolution(); }
    /// The variables x, by cell.
    [[nodiscard]] std::vector<std::vector<WalkColumn>> const& walks() const { return walks_; }
    /// Who knows a ward and is refused by none of certain wishes there.
    [[nodiscard]] std::vector<OfficerSet> const& knowers() const { return knowers_; }

private:
    int add_column(double worth);
    std::size_t index_of_knowers(Wish const& wish);
    void read_wishes();
    void read_stints();
    void add_stint(std::vector<std::size_t> const& cells, int officers);
    void close_cells();
    void read_company();
    /// The row of j[wish], and who is in its circle, into `circle`.
    void add_joining(std::size_t wish, std::vector<std::size_t>& circle);
    void add_circle(std::vector<std::size_t> const& circle);
    void load();

    Model const& model_;
    ClpSimplex simplex_;
    std::vector<double> worth_;
    std::vector<Row> rows_; ///< until they are loaded
    std::vector<std::vector<WalkColumn>> walks_;
    std::vector<OfficerSet> knowers_;
    std::vector<std::vector<int>> starters_; ///< z, by cell
    std::vector<int> first_start_;           ///< the first x of each wish, one for each start
    std::vector<int> joins_;                 ///< j of each wish; -1: joins nobody
};

} // namespace wt::matching
