#pragma once

#include "cli/files.hpp"
#include "hotspots/exact_sums.hpp"
#include "hotspots/replay.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace CLI {
class App;
}

namespace wt::cli {

/// Where counts per place, who is next to whom, and permutations to replay are read from.
struct CountFiles
{
    std::string counts;
    std::string weights;
    std::string replay; ///< may be empty
    std::string out;
};

/// Adds `--counts`, `--weights`, `--replay` and `-o`.
void add_count_options(CLI::App& command, CountFiles& files);

/// The places of a table with a column `id`, each once; and where other tables name them.
class PlaceIds
{
public:
    /// \throws Refusal (not_found, invalid_input) that names file and line
    PlaceIds(std::string const& path, std::vector<std::string_view> const& columns);

    [[nodiscard]] InputTable const& table() const { return table_; }
    /// \throws Refusal (invalid_input) if there is no such place
    [[nodiscard]] hotspots::Place
    place_in(InputTable const& table, std::size_t row, char const* column) const;

private:
    InputTable table_;
    std::unordered_map<std::string_view, hotspots::Place> places_;
};

/// Pairs `i,j` of these places.
/// \throws Refusal (invalid_input) for a pair that comes twice or from one side only
hotspots::Neighbours read_neighbours(std::string const& path, PlaceIds const& ids);

struct CountedPlaces
{
    std::vector<std::string> ids; ///< as they stand in the file, in its order
    std::vector<hotspots::Count> counts;
    hotspots::Neighbours neighbours;
};

/// \throws Refusal (not_found, invalid_input) that names file and line: an id that comes twice or
/// is
///         unknown, a count that is none, a pair that comes twice or from one side only
CountedPlaces read_counted_places(CountFiles const& files);

/// Lines of ids without a header.
/// \throws Refusal (invalid_input) unless each line holds as many, at least as many as a place has
///         neighbours, and all below the number of places without one
hotspots::Permutations read_permutations(std::string const& path, CountedPlaces const& places);

/// \throws Refusal (invalid_input) where it would take too long
std::vector<hotspots::TailPair> require_exact_tails(CountedPlaces const& places);

/// min(1, 2 min(upper, lower)) of each: the p of a test on both sides.
std::vector<double> both_sides(std::vector<hotspots::TailPair> const& tails);

} // namespace wt::cli
