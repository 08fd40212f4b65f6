#include "cli/analyse.hpp"
#include "cli/files.hpp"
#include "hotspots/evaluation.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>

namespace wt::cli {

namespace {

using hotspots::Evaluation;

struct Given
{
    std::string counts;
    std::string output;
    hotspots::EvaluationWish wish;
};

/// Shortest digits that read back as the same number; empty where there is none.
std::string text(double value)
{
    return std::isnan(value) ? "" : fmt::format("{}", value);
}

struct Column
{
    char const* name = nullptr;
    std::string (*text)(Evaluation const& result) = nullptr;
    bool needs_buffer = false;
};

constexpr Column kColumns[]{
    {"wdd_est", [](Evaluation const& r) { return text(r.difference.estimate); }},
    {"wdd_se", [](Evaluation const& r) { return text(r.difference.error); }},
    {"wdd_z", [](Evaluation const& r) { return text(r.difference.z); }},
    {"wdd_p", [](Evaluation const& r) { return text(r.difference.p); }},
    {"wdd_lo", [](Evaluation const& r) { return text(r.difference.low); }},
    {"wdd_hi", [](Evaluation const& r) { return text(r.difference.high); }},
    {"wdd_total_shared", [](Evaluation const& r) { return text(r.total); }, true},
    {"wdd_total_se_shared", [](Evaluation const& r) { return text(r.total_error_apart); }, true},
    {"wdd_total_se", [](Evaluation const& r) { return text(r.total_error_shared); }, true},
    {"e_test_p", [](Evaluation const& r) { return text(r.e_test_p); }},
    {"pois_p", [](Evaluation const& r) { return text(r.poisson_p); }},
    {"pois_ci_lo", [](Evaluation const& r) { return text(r.poisson_ratio.low); }},
    {"pois_ci_hi", [](Evaluation const& r) { return text(r.poisson_ratio.high); }},
    {"fisher_p", [](Evaluation const& r) { return text(r.fisher_p); }},
    {"fisher_or", [](Evaluation const& r) { return text(r.fisher_odds); }},
    {"fisher_ci_lo", [](Evaluation const& r) { return text(r.fisher_interval.low); }},
    {"fisher_ci_hi", [](Evaluation const& r) { return text(r.fisher_interval.high); }},
    {"OR", [](Evaluation const& r) { return text(r.odds_ratio); }},
    {"lnOR_se", [](Evaluation const& r) { return text(r.odds_ratio_error); }},
    {"success", [](Evaluation const& r) { return text(r.success); }},
    {"buffer", [](Evaluation const& r) { return text(r.buffer); }, true},
    {"WDQ", [](Evaluation const& r) { return text(r.displacement); }, true},
    {"TNE", [](Evaluation const& r) { return text(r.net_effect); }, true},
    {"power", [](Evaluation const& r) { return text(r.power.power); }},
    {"smallest_fall",
     [](Evaluation const& r) { return text(r.power.smallest_fall.value_or(std::nan(""))); }},
    {"finding", [](Evaluation const& r) { return std::string{code_in(kFindings, r.finding)}; }},
};

hotspots::BeforeAfter
read_area(InputTable const& table, std::size_t row, char const* before, char const* after)
{
    return {
        table.whole(row, before, 0, hotspots::kMostCounted),
        table.whole(row, after, 0, hotspots::kMostCounted)};
}

void evaluate(Given const& given)
{
    InputTable const table{given.counts, {"case", "tb", "ta", "cb", "ca"}};
    bool const has_buffer = table.has_column("bb") || table.has_column("ba");
    std::string lines = "case";
    for (Column const& column : kColumns) {
        lines += std::string{","} + column.name;
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        hotspots::EvaluationCounts counts{
            .treated = read_area(table, row, "tb", "ta"),
            .control = read_area(table, row, "cb", "ca")};
        if (has_buffer) {
            counts.buffer = read_area(table, row, "bb", "ba");
        }
        auto const result = hotspots::evaluate(counts, given.wish);
        lines += fmt::format("\n{}", table.text(row, "case"));
        for (Column const& column : kColumns) {
            lines += "," + (column.needs_buffer && !has_buffer ? "" : column.text(result));
        }
    }
    write_file(given.output, [&](std::ostream& out) { out << lines << '\n'; });
}

} // namespace

void add_analyse_before_after(CLI::App& analyse)
{
    auto const given = std::make_shared<Given>();
    auto* const command = analyse.add_subcommand(
        "before-after", "Whether a treated area changed otherwise than its control");
    command
        ->add_option(
            "--counts",
            given->counts,
            "CSV: case, tb, ta, cb, ca and perhaps bb, ba: treated, control and buffer, before "
            "and after")
        ->required();
    command->add_option("--fall", given->wish.fall, "the share of a fall that would matter")
        ->check(CLI::Range(0.001, 1.0))
        ->capture_default_str();
    command->add_option("--power", given->wish.power, "with which it has to be seen")
        ->check(CLI::Range(0.01, 0.999))
        ->capture_default_str();
    command->add_option("-o,--output", given->output, "CSV; - is standard output")->required();
    command->callback([given] { evaluate(*given); });
}

} // namespace wt::cli
