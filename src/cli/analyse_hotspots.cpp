#include "base/csv_writer.hpp"
#include "cli/analyse.hpp"
#include "cli/analyse_counts.hpp"
#include "hotspots/rule.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace wt::cli {

namespace {

using hotspots::Count;
using hotspots::Place;
using hotspots::Standing;

constexpr double kMostExposure = 1e12;
constexpr Count kMostWomen = 1'000'000'000;

struct RuleWish
{
    std::string segments;
    std::string reports;
    std::string around;
    std::string adjoining;
    std::string out;
};

/// Numbers for the words of a column, by first use.
class Numbers
{
public:
    std::uint32_t of(std::string_view word)
    {
        return numbers_.try_emplace(std::string{word}, static_cast<std::uint32_t>(numbers_.size()))
            .first->second;
    }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

std::vector<Count> read_women(RuleWish const& wish, PlaceIds const& segments)
{
    auto const& table = segments.table();
    if (wish.reports.empty()) {
        std::vector<Count> women;
        for (std::size_t row = 0; row < table.size(); ++row) {
            women.push_back(table.whole(row, "women", 0, kMostWomen));
        }
        return women;
    }
    InputTable const reports{wish.reports, {"segment", "woman", "period"}};
    Numbers women;
    Numbers periods;
    std::vector<hotspots::Spoken> spoken;
    for (std::size_t row = 0; row < reports.size(); ++row) {
        spoken.push_back(
            {.segment = segments.place_in(reports, row, "segment"),
             .woman = women.of(reports.text(row, "woman")),
             .period = periods.of(reports.text(row, "period"))});
    }
    return hotspots::count_women(table.size(), std::move(spoken));
}

/// 0 where the cell is empty: nobody knows.
std::vector<double> read_exposure(InputTable const& table)
{
    std::vector<double> exposure;
    for (std::size_t row = 0; row < table.size(); ++row) {
        bool const is_unknown = table.text(row, "exposure").empty();
        exposure.push_back(is_unknown ? 0.0 : table.number(row, "exposure", 0, kMostExposure));
    }
    return exposure;
}

char const* name_of(Standing standing)
{
    switch (standing) {
    case Standing::unknown:
        return "unknown";
    case Standing::usual:
        return "usual";
    case Standing::hot:
        break;
    }
    return "hot";
}

void run_rule(RuleWish const& wish)
{
    std::vector<std::string_view> columns{"id", "exposure"};
    if (wish.reports.empty()) {
        columns.emplace_back("women");
    }
    PlaceIds const segments{wish.segments, columns};
    auto const women = read_women(wish, segments);
    auto const exposure = read_exposure(segments.table());
    auto const around = read_neighbours(wish.around, segments);
    auto const judged =
        wish.adjoining.empty()
            ? hotspots::judge(women, exposure, around, around)
            : hotspots::judge(women, exposure, around, read_neighbours(wish.adjoining, segments));
    write_file(wish.out, [&](std::ostream& out) {
        std::string text;
        append_csv_line(text, {"id", "women", "exposure", "p", "q", "class", "hotspot"});
        for (std::size_t i = 0; i < judged.size(); ++i) {
            auto const& [p, q, standing, hotspot] = judged[i];
            append_csv_line(
                text,
                {std::string{segments.table().text(i, "id")},
                 digits(women[i]),
                 std::string{segments.table().text(i, "exposure")},
                 standing == Standing::unknown ? "" : digits(p),
                 standing == Standing::unknown ? "" : digits(q),
                 name_of(standing),
                 hotspot ? std::to_string(*hotspot + 1) : ""});
        }
        out << text;
    });
}

} // namespace

void add_analyse_hotspots(CLI::App& analyse)
{
    auto* const command = analyse.add_subcommand(
        "hotspots", "Where more women speak than exposure and chance explain: the rule");
    auto const wish = std::make_shared<RuleWish>();
    command
        ->add_option(
            "--segments",
            wish->segments,
            "CSV id,exposure and, without --reports, women; empty: unknown")
        ->required();
    command->add_option("--reports", wish->reports, "CSV segment,woman,period: each counts once");
    command->add_option("--weights", wish->around, "CSV i,j: whose women speak for a segment")
        ->required();
    command->add_option(
        "--adjoining", wish->adjoining, "CSV i,j: what can be one hotspot; else as --weights");
    command->add_option("-o,--out", wish->out, "CSV to write; - for standard output")->required();
    command->callback([wish] { run_rule(*wish); });
}

} // namespace wt::cli
