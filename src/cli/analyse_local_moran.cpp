#include "base/csv_writer.hpp"
#include "cli/analyse.hpp"
#include "cli/analyse_counts.hpp"
#include "cli/files.hpp"
#include "hotspots/false_discovery.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <memory>

namespace wt::cli {

namespace {

using hotspots::Quadrant;

struct MoranWish
{
    CountFiles files;
    bool exact = false;
};

/// What `wish` asks for beside I itself.
struct MoranColumns
{
    std::vector<double> p_sim;
    std::vector<hotspots::TailPair> tails; ///< of the sum of the neighbours
    std::vector<double> q;
};

bool is_high(Quadrant quadrant)
{
    return quadrant == Quadrant::high_high || quadrant == Quadrant::high_low;
}

char const* name_of(Quadrant quadrant)
{
    constexpr std::array kNames{"", "high-high", "low-high", "low-low", "high-low"};
    return kNames.at(static_cast<std::size_t>(quadrant));
}

MoranColumns find_columns(
    MoranWish const& wish,
    CountedPlaces const& places,
    std::vector<hotspots::LocalMoran> const& moran)
{
    MoranColumns columns;
    if (!wish.files.replay.empty()) {
        auto const ids = read_permutations(wish.files.replay, places);
        auto const replayed = hotspots::replay(places.counts, places.neighbours, ids);
        for (std::size_t i = 0; i < moran.size(); ++i) {
            // below the mean, the lower the sum of the neighbours the larger I
            auto const& counted = replayed[i];
            auto const as_large = is_high(moran[i].quadrant) ? counted.at_least : counted.at_most;
            columns.p_sim.push_back(hotspots::folded_p(as_large, ids.size()));
        }
    }
    if (wish.exact) {
        columns.tails = require_exact_tails(places);
        columns.q = hotspots::false_discovery_rates(
            both_sides(columns.tails), hotspots::Dependence::positive);
    }
    return columns;
}

void run_local_moran(MoranWish const& wish)
{
    auto const places = read_counted_places(wish.files);
    auto const moran = hotspots::local_moran(places.counts, places.neighbours);
    auto const columns = find_columns(wish, places, moran);
    write_file(wish.files.out, [&](std::ostream& out) {
        std::string text;
        std::vector<std::string> cells{"id", "count", "i", "z", "quadrant"};
        if (!columns.p_sim.empty()) {
            cells.emplace_back("p_sim");
        }
        if (!columns.tails.empty()) {
            cells.insert(cells.end(), {"p_upper", "p_lower", "q"});
        }
        append_csv_line(text, cells);
        for (std::size_t i = 0; i < moran.size(); ++i) {
            cells = {
                places.ids[i],
                digits(places.counts[i]),
                digits(moran[i].i),
                digits(moran[i].z),
                name_of(moran[i].quadrant)};
            if (!columns.p_sim.empty()) {
                cells.push_back(digits(columns.p_sim[i]));
            }
            if (!columns.tails.empty()) {
                auto const& [upper, lower] = columns.tails[i];
                cells.insert(cells.end(), {digits(upper), digits(lower), digits(columns.q[i])});
            }
            append_csv_line(text, cells);
        }
        out << text;
    });
}

} // namespace

void add_analyse_local_moran(CLI::App& analyse)
{
    auto* const command = analyse.add_subcommand(
        "local-moran", "Where counts are like, or unlike, those around them (Anselin)");
    auto const wish = std::make_shared<MoranWish>();
    add_count_options(*command, wish->files);
    command->add_flag(
        "--exact", wish->exact, "Adds the exact tails of the sum of the neighbours, and q of both");
    command->callback([wish] { run_local_moran(*wish); });
}

} // namespace wt::cli
