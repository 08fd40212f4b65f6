#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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

/// Some things of one kind to count.
struct Things
{
    std::int64_t row = 0;
    /// One of each way in which the table divides its things: by state, by category. Empty: they
    /// count only as what they all are. The same column always comes at the same position.
    std::vector<std::int64_t> columns{};
    std::string_view person{}; ///< behind them; empty: nobody is known to be
    std::int64_t count = 1;    ///< 0: one more person behind what was counted already
    bool is_unchecked = false; ///< anyone can send as many as she likes, so as to count up to the
                               ///< threshold; counts as a person only where nobody else stands
};

/// A table while it is being counted: one or several divisions of the same things, whose totals
/// are the same.
class Tally
{
public:
    /// \pre threshold >= 2
    explicit Tally(int threshold);

    /// \pre no row or column is `kTotal`
    void add(Things const& things);

    [[nodiscard]] Counts const& counts() const { return counts_; }
    [[nodiscard]] int threshold() const { return static_cast<int>(threshold_); }

private:
    friend struct TallyGuard;

    struct Behind
    {
        std::set<std::string, std::less<>> people;    ///< at most `threshold_` of them
        std::set<std::string, std::less<>> unchecked; ///< the same
    };

    void add_to(CellKey key, Things const& things);

    std::size_t threshold_;
    Counts counts_;
    std::map<CellKey, Behind> behind_;
    std::map<std::int64_t, std::size_t> division_of_; ///< of a column
    std::size_t divisions_ = 0;
};

/// What of the tally may be published. Held back are
///   - every cell and total behind which stand fewer people than the threshold;
///   - what would give one of these away, by the sums of a row or column, or of all of them
///     together (`hold_back`).
/// After an `earlier` release of the same table, moreover
///   - a count that has changed by fewer than the threshold since it was published stays as it was;
///   - one that was held back stays held back until it has changed by at least the threshold,
/// so that the difference of two releases tells no more than either of them. Totals may therefore
/// lag behind their cells.
///
/// Figures that overlap must stand in one tally.
Release make_release(Tally const& tally, Release const* earlier = nullptr);

/// The same of a table with one division.
/// \pre threshold >= 2, no row or column is `kTotal`
Release
make_release(std::vector<Counted> const& things, int threshold, Release const* earlier = nullptr);

} // namespace wt::privacy
