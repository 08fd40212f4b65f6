#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wt::privacy {

/// One thing to count: its row, its column, and whom it is from.
struct Counted
{
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::string person;
};

/// Stands for "all rows" and "all columns".
inline constexpr std::int64_t kTotal = std::numeric_limits<std::int64_t>::max();

/// A cell of a table, or with `kTotal` one of its totals.
struct CellKey
{
    std::int64_t row = 0;
    std::int64_t column = 0;

    friend auto operator<=>(CellKey, CellKey) = default;
};

/// A table of counts with its totals. Of what may be published, a held back count is nothing:
/// "fewer than the threshold, or held back so that another one cannot be worked out". An absent
/// cell is zero.
using Counts = std::map<CellKey, std::int64_t>;
using PublicCounts = std::map<CellKey, std::optional<std::int64_t>>;

/// What is published, and what it was made from; the latter stays inside.
struct Release
{
    PublicCounts published;
    Counts exact;
};

/// Counts, and holds back
///   - every cell and total behind which stand fewer than `threshold` distinct people;
///   - as long as the rest of a row or column (its total included) would give away what is held
///     back in it, the next smallest count there: what is held back in a line is never one count
///     alone, nor several behind which together stand fewer than `threshold` people.
/// After an `earlier` release of the same table, moreover
///   - a count that has changed by fewer than `threshold` since it was published stays as it was;
///   - one that was held back stays held back until it has changed by at least `threshold`,
/// so that the difference of two releases tells no more than either of them. Totals may therefore
/// lag behind their cells.
///
/// Each line is guarded by itself; figures that overlap must stand in one table. Sums are guarded
/// against, not all reasoning about the method: that two counts are there under a total of fewer
/// than three says that each is one.
/// \pre threshold >= 2, no row or column is `kTotal`
Release
make_release(std::vector<Counted> const& things, int threshold, Release const* earlier = nullptr);

} // namespace wt::privacy
