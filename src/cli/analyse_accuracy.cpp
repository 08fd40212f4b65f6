#include "cli/analyse.hpp"
#include "cli/files.hpp"
#include "hotspots/accuracy.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <ostream>

namespace wt::cli {

namespace {

void measure(std::string const& cells_file, std::string const& output)
{
    InputTable const table{cells_file, {"cell", "pred", "count", "area"}};
    std::vector<hotspots::AccuracyCell> cells;
    for (std::size_t row = 0; row < table.size(); ++row) {
        cells.push_back(
            {.predicted = table.number(row, "pred", 0, 1e15),
             .count = table.number(row, "count", 0, 1e15),
             .area = table.number(row, "area", 1e-9, 1e15)});
    }
    auto const rows = hotspots::measure_accuracy(cells);
    write_file(output, [&](std::ostream& out) {
        out << "Order,Count,CumCount,PCumCount,Pred,CumPred,Area,CumArea,PCumArea,PAI,PEI,PEI_star,"
               "RRI,cell\n";
        std::size_t order = 0;
        for (auto const& row : rows) {
            auto const& cell = cells[row.cell];
            out << fmt::format(
                "{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n",
                ++order,
                cell.count,
                row.count,
                row.share_of_count,
                cell.predicted,
                row.predicted,
                cell.area,
                row.area,
                row.share_of_area,
                row.pai,
                row.pei,
                row.pei_same_area,
                row.rri,
                table.text(row.cell, "cell"));
        }
    });
}

} // namespace

void add_analyse_accuracy(CLI::App& analyse)
{
    struct Given
    {
        std::string cells;
        std::string output;
    };
    auto const given = std::make_shared<Given>();
    auto* const command =
        analyse.add_subcommand("accuracy", "How well a map told where events would be");
    command->add_option("--cells", given->cells, "CSV: cell, pred, count, area")->required();
    command->add_option("-o,--output", given->output, "CSV; - is standard output")->required();
    command->callback([given] { measure(given->cells, given->output); });
}

} // namespace wt::cli
