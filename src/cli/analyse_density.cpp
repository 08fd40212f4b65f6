#include "base/csv_writer.hpp"
#include "base/refusal.hpp"
#include "cli/analyse.hpp"
#include "cli/input_streets.hpp"
#include "geo/geojson_writer.hpp"
#include "hotspots/density.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <map>
#include <memory>

namespace wt::cli {

namespace {

using hotspots::DeadEnds;
using hotspots::Kernel;
using hotspots::OnStreet;
using hotspots::Split;

std::map<std::string, Split> const kSplits{
    {"simple", Split::simple},
    {"discontinuous", Split::discontinuous},
    {"continuous", Split::continuous}};
std::map<std::string, Kernel> const kKernels{
    {"quartic", Kernel::quartic},
    {"epanechnikov", Kernel::epanechnikov},
    {"gaussian", Kernel::gaussian}};
std::map<std::string, DeadEnds> const kDeadEnds{
    {"absorb", DeadEnds::absorb}, {"reflect", DeadEnds::reflect}};

struct DensityWish
{
    StreetFiles streets;
    std::string points;
    std::string lixels;
    double lixel_length = 0.0; ///< metres; 0: the lixels are on file
    hotspots::DensityOptions options;
    double seconds = 300.0;
    std::string out;
};

/// Where the density is wanted, and under what name.
struct Samples
{
    std::vector<std::string> ids;
    std::vector<OnStreet> places;
};

Samples read_samples(DensityWish const& wish, InputStreets const& streets)
{
    Samples samples;
    if (wish.lixels.empty()) {
        samples.places = hotspots::cut_into_lixels(streets.graph(), Metres{wish.lixel_length});
        for (std::size_t i = 0; i < samples.places.size(); ++i) {
            samples.ids.push_back(std::to_string(i));
        }
        return samples;
    }
    InputTable const table{wish.lixels, {"sample"}};
    samples.places = streets.places_in(table);
    for (std::size_t row = 0; row < table.size(); ++row) {
        samples.ids.emplace_back(table.text(row, "sample"));
    }
    return samples;
}

std::vector<double>
find_density(DensityWish const& wish, InputStreets const& streets, Samples const& samples)
{
    InputTable const table{wish.points, {}};
    auto const end = std::chrono::steady_clock::now() +
                     std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                         std::chrono::duration<double>{wish.seconds});
    auto density = hotspots::network_density(
        streets.graph(), streets.places_in(table), samples.places, wish.options, [end] {
            return std::chrono::steady_clock::now() > end;
        });
    if (!density) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("There are too many ways to follow in {1} s; take a smaller bandwidth or the "
                "simple method."),
             {digits(wish.seconds)}}};
    }
    return *std::move(density);
}

std::string
csv_of(InputStreets const& streets, Samples const& samples, std::vector<double> const& density)
{
    std::string text;
    append_csv_line(text, {"sample", "edge", "offset", "density"});
    for (std::size_t i = 0; i < density.size(); ++i) {
        auto const& [edge, along] = samples.places[i];
        append_csv_line(
            text, {samples.ids[i], streets.edge_id(edge), digits(along), digits(density[i])});
    }
    return text;
}

std::string
geojson_of(InputStreets const& streets, Samples const& samples, std::vector<double> const& density)
{
    GeoJsonWriter writer;
    for (std::size_t i = 0; i < density.size(); ++i) {
        auto const& place = samples.places[i];
        writer.add_point(
            streets.place_of(place),
            {{"sample", std::string_view{samples.ids[i]}},
             {"edge", std::string_view{streets.edge_id(place.edge)}},
             {"offset", place.along},
             {"density", density[i]}});
    }
    return std::move(writer).finish();
}

void run_density(DensityWish const& wish)
{
    if (wish.lixels.empty() && wish.lixel_length == 0) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Say where the density is wanted: --lixels or --lixel-length.")};
    }
    InputStreets const streets{wish.streets};
    auto const samples = read_samples(wish, streets);
    auto const density = find_density(wish, streets, samples);
    auto const text = wish.out.ends_with(".geojson") ? geojson_of(streets, samples, density)
                                                     : csv_of(streets, samples, density);
    write_file(wish.out, [&](std::ostream& out) { out << text; });
}

void add_inputs(CLI::App& command, DensityWish& wish)
{
    add_street_options(command, wish.streets);
    command
        .add_option("--points", wish.points, "CSV id and edge,offset or x,y or (of a map) lat,lon")
        ->required();
    auto* const lixels =
        command.add_option("--lixels", wish.lixels, "CSV sample,edge,offset: where it is wanted");
    command
        .add_option("--lixel-length", wish.lixel_length, "Pieces of at most so many metres instead")
        ->check(CLI::Range(0.1, 1e6))
        ->excludes(lixels);
}

} // namespace

void add_analyse_density(CLI::App& analyse)
{
    auto* const command =
        analyse.add_subcommand("density", "Points per metre along the streets, around each place");
    auto const wish = std::make_shared<DensityWish>();
    add_inputs(*command, *wish);
    auto& options = wish->options;
    command->add_option("--method", options.split, "simple, discontinuous or continuous")
        ->transform(CLI::CheckedTransformer(kSplits));
    command->add_option("--kernel", options.kernel, "quartic, epanechnikov or gaussian")
        ->transform(CLI::CheckedTransformer(kKernels));
    command->add_option("--bandwidth", options.bandwidth.value, "How far a point counts, metres")
        ->check(CLI::Range(1.0, 1e5));
    command
        ->add_option("--dead-ends", options.dead_ends, "absorb, or reflect, which keeps the mass")
        ->transform(CLI::CheckedTransformer(kDeadEnds));
    command->add_option("--seconds", wish->seconds, "Give up after so many")
        ->check(CLI::Range(1.0, 1e6));
    command->add_option("-o,--out", wish->out, "CSV, or GeoJSON (WGS 84) if it ends in .geojson")
        ->required();
    command->callback([wish] { run_density(*wish); });
}

} // namespace wt::cli
