#include "hotspots/accuracy.hpp"
#include "unit/hotspots/reference.hpp"

#include <cmath>

namespace wt::hotspots {
namespace {

TEST(MeasureAccuracy, AgreesWithPtools)
{
    WT_REQUIRE_REFERENCE();
    auto const input = read_reference("pai_input_grid");
    std::vector<AccuracyCell> cells;
    for (std::size_t i = 0; i < input.rows().size(); ++i) {
        cells.push_back(
            {number_in(input, i, "pred"),
             number_in(input, i, "count"),
             number_in(input, i, "area")});
    }
    auto const known = read_reference("pai_reference_ptools");
    auto const rows = measure_accuracy(cells);
    ASSERT_EQ(rows.size(), known.rows().size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const expect = [&](double ours, std::string_view column) {
            auto const theirs = number_in(known, i, column);
            ASSERT_NEAR(ours, theirs, 1e-12 * std::max(1.0, theirs)) << column << " of row " << i;
        };
        EXPECT_EQ(std::to_string(rows[i].cell), known.cell(known.rows()[i], "cell"));
        expect(rows[i].count, "cumcount");
        expect(rows[i].share_of_count, "pcumcount");
        expect(rows[i].predicted, "cumpred");
        expect(rows[i].area, "cumarea");
        expect(rows[i].share_of_area, "pcumarea");
        expect(rows[i].pai, "pai");
        expect(rows[i].pei, "pei");
        expect(rows[i].pei_same_area, "pei");
        expect(rows[i].rri, "rri");
    }
}

TEST(MeasureAccuracy, AsksWhatTheSameAreaCouldHold)
{
    // The map picks the large cell; the same 4 of area could hold 10 and half of the large one.
    std::vector<AccuracyCell> const cells{{8, 6, 4}, {1, 10, 2}, {0, 0, 4}};
    auto const rows = measure_accuracy(cells);
    EXPECT_EQ(rows[0].cell, 0U);
    EXPECT_DOUBLE_EQ(rows[0].pai, (6 / 16.0) / 0.4);
    EXPECT_DOUBLE_EQ(rows[0].pei, (6 / 4.0) / (10 / 2.0));
    EXPECT_DOUBLE_EQ(rows[0].pei_same_area, 6.0 / 13);
    EXPECT_DOUBLE_EQ(rows[2].pei_same_area, 1);
}

TEST(MeasureAccuracy, IsDefinedWhereNothingHappenedOrWasPredicted)
{
    std::vector<AccuracyCell> const nothing{{0, 0, 1}, {3, 0, 1}};
    auto const rows = measure_accuracy(nothing);
    EXPECT_EQ(rows[0].cell, 1U);
    EXPECT_EQ(rows[0].pai, 0);
    EXPECT_EQ(rows[0].pei, 1);
    EXPECT_EQ(rows[0].pei_same_area, 1);
    EXPECT_TRUE(std::isinf(rows[0].rri));
    std::vector<AccuracyCell> const unforeseen{{0, 0, 1}, {0, 2, 1}};
    EXPECT_EQ(measure_accuracy(unforeseen)[0].rri, 1);
    EXPECT_EQ(measure_accuracy(unforeseen)[1].rri, 0);
    EXPECT_TRUE(measure_accuracy({}).empty());
}

} // namespace
} // namespace wt::hotspots
