#include "cli/analyse_counts.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"
#include "cli/session.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace wt::cli {

namespace {

using hotspots::Count;
using hotspots::Neighbours;
using hotspots::Place;

constexpr Count kMostCounted = 1'000'000'000'000; // so that sums of millions of places fit

[[noreturn]] void refuse_line(std::string const& path, std::size_t line, Message const& what)
{
    throw Refusal{
        Refusal::invalid_input,
        {N_("{1}, line {2}: {3}"), {path, std::to_string(line), in_english(what)}}};
}

} // namespace

PlaceIds::PlaceIds(std::string const& path, std::vector<std::string_view> const& columns)
    : table_{path, columns}
{
    for (std::size_t row = 0; row < table_.size(); ++row) {
        auto const id = table_.text(row, "id");
        if (!places_.emplace(id, static_cast<Place>(row)).second) {
            table_.refuse(row, {N_("The place “{1}” comes twice."), {std::string{id}}});
        }
    }
}

Place PlaceIds::place_in(InputTable const& table, std::size_t row, char const* column) const
{
    auto const id = table.text(row, column);
    auto const found = places_.find(id);
    if (found == places_.end()) {
        table.refuse(row, {N_("There is no place “{1}”."), {std::string{id}}});
    }
    return found->second;
}

Neighbours read_neighbours(std::string const& path, PlaceIds const& ids)
{
    InputTable const weights{path, {"i", "j"}};
    std::vector<Neighbours::Pair> pairs;
    pairs.reserve(weights.size());
    for (std::size_t row = 0; row < weights.size(); ++row) {
        pairs.push_back({ids.place_in(weights, row, "i"), ids.place_in(weights, row, "j")});
    }
    auto const places = ids.table().size();
    if (auto const uneven = hotspots::find_uneven_pair(places, pairs)) {
        auto const* const sentence =
            uneven->comes_twice
                ? N_("“{1}” and “{2}” come twice.")
                : N_("“{2}” is a neighbour of “{1}”, but no line has it the other way round.");
        weights.refuse(
            uneven->pair,
            {sentence,
             {std::string{weights.text(uneven->pair, "i")},
              std::string{weights.text(uneven->pair, "j")}}});
    }
    return {places, pairs};
}

void add_count_options(CLI::App& command, CountFiles& files)
{
    command.add_option("--counts", files.counts, "CSV id,count: one line for each place")
        ->required();
    command.add_option("--weights", files.weights, "CSV i,j: who is next to whom, from both sides")
        ->required();
    command.add_option(
        "--replay", files.replay, "Lines of permuted ids, each counted without the place at hand");
    command.add_option("-o,--out", files.out, "CSV to write; - for standard output")->required();
}

CountedPlaces read_counted_places(CountFiles const& files)
{
    PlaceIds const ids{files.counts, {"id", "count"}};
    auto const& table = ids.table();
    std::vector<std::string> names;
    std::vector<Count> counts;
    for (std::size_t row = 0; row < table.size(); ++row) {
        names.emplace_back(table.text(row, "id"));
        counts.push_back(table.whole(row, "count", 0, kMostCounted));
    }
    if (counts.size() < 3) {
        table.refuse(0, N_("Fewer than three places cannot be compared."));
    }
    return {std::move(names), std::move(counts), read_neighbours(files.weights, ids)};
}

hotspots::Permutations read_permutations(std::string const& path, CountedPlaces const& places)
{
    auto file = open_file(path);
    hotspots::Permutations permutations;
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        auto const cells = split(trimmed(line), ',');
        if (number == 1) {
            permutations.width = cells.size();
        }
        if (cells.size() != permutations.width || cells.size() < places.neighbours.widest()) {
            refuse_line(
                path, number, N_("There are fewer ids than neighbours, or not as many as above."));
        }
        for (auto const cell : cells) {
            auto const id = find_integer(cell);
            if (!id || *id < 0 || *id >= static_cast<long long>(places.counts.size()) - 1) {
                refuse_line(
                    path,
                    number,
                    {N_("“{1}” is no place without the one at hand."), {std::string{cell}}});
            }
            permutations.ids.push_back(static_cast<Place>(*id));
        }
    }
    if (number == 0) {
        throw Refusal{Refusal::invalid_input, {N_("{1} is empty."), {path}}};
    }
    return permutations;
}

std::vector<hotspots::TailPair> require_exact_tails(CountedPlaces const& places)
{
    auto tails = hotspots::exact_tails(places.counts, places.neighbours);
    if (!tails) {
        throw Refusal{
            Refusal::invalid_input,
            N_("The counts are too many and too different for exact values; leave out --exact.")};
    }
    return *std::move(tails);
}

std::vector<double> both_sides(std::vector<hotspots::TailPair> const& tails)
{
    std::vector<double> p;
    p.reserve(tails.size());
    for (auto const& tail : tails) {
        p.push_back(std::min(1.0, 2 * std::min(tail.upper, tail.lower)));
    }
    return p;
}

} // namespace wt::cli
