#include "base/csv_writer.hpp"
#include "cli/analyse.hpp"
#include "cli/analyse_counts.hpp"
#include "cli/files.hpp"
#include "hotspots/false_discovery.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

namespace wt::cli {

namespace {

using hotspots::Dependence;

constexpr double kCalled = 0.05;

struct GiStarWish
{
    CountFiles files;
    bool exact = false;
    bool any_dependence = false;
};

/// Of a standard normal z.
hotspots::TailPair normal_tails(double z)
{
    return {0.5 * std::erfc(z * M_SQRT1_2), 0.5 * std::erfc(-z * M_SQRT1_2)};
}

char const* class_of(hotspots::TailPair const& tails, double q)
{
    if (q > kCalled) {
        return "none";
    }
    return tails.upper < tails.lower ? "hot" : "cold";
}

void run_gi_star(GiStarWish const& wish)
{
    auto const places = read_counted_places(wish.files);
    auto const z = hotspots::gi_star_z(places.counts, places.neighbours);
    std::vector<hotspots::TailPair> tails;
    if (wish.exact) {
        tails = require_exact_tails(places);
    } else {
        std::ranges::transform(z, std::back_inserter(tails), normal_tails);
    }
    auto const q = hotspots::false_discovery_rates(
        both_sides(tails), wish.any_dependence ? Dependence::any : Dependence::positive);
    std::vector<hotspots::Replayed> replayed;
    std::size_t permutations = 0;
    if (!wish.files.replay.empty()) {
        auto const ids = read_permutations(wish.files.replay, places);
        permutations = ids.size();
        replayed = hotspots::replay(places.counts, places.neighbours, ids);
    }
    write_file(wish.files.out, [&](std::ostream& out) {
        std::vector<std::string> cells{"id", "count", "z", "p_upper", "p_lower", "q", "class"};
        if (permutations > 0) {
            cells.emplace_back("p_sim");
        }
        std::string text;
        append_csv_line(text, cells);
        for (std::size_t i = 0; i < z.size(); ++i) {
            auto const& [upper, lower] = tails[i];
            cells = {
                places.ids[i],
                digits(places.counts[i]),
                digits(z[i]),
                digits(upper),
                digits(lower),
                digits(q[i]),
                class_of(tails[i], q[i])};
            if (permutations > 0) {
                cells.push_back(digits(hotspots::folded_p(replayed[i].at_least, permutations)));
            }
            append_csv_line(text, cells);
        }
        out << text;
    });
}

} // namespace

void add_analyse_gi_star(CLI::App& analyse)
{
    auto* const command = analyse.add_subcommand(
        "gi-star", "Where counts and their neighbours are high or low together (Getis and Ord)");
    auto const wish = std::make_shared<GiStarWish>();
    add_count_options(*command, wish->files);
    command->add_flag(
        "--exact", wish->exact, "p of all permutations, by counting, not the normal's");
    command->add_flag("--by", wish->any_dependence, "q by Benjamini and Yekutieli, not Hochberg");
    command->footer("q is of p on both sides; class is hot or cold where q is at most 0.05.");
    command->callback([wish] { run_gi_star(*wish); });
}

} // namespace wt::cli
