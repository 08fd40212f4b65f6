#include "base/csv.hpp"
#include "base/refusal.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace wt {
namespace {

CsvTable table_of(std::string const& text)
{
    std::istringstream file{text};
    return CsvTable{file};
}

TEST(CsvTable, FindsCellsByTheNameOfTheirColumn)
{
    auto const table = table_of("\xEF\xBB\xBFName, Lat\r\n Burgess Park ,51.5\r\n");
    ASSERT_EQ(table.rows().size(), 1U);
    EXPECT_EQ(table.cell(table.rows()[0], "name"), "Burgess Park");
    EXPECT_EQ(table.cell(table.rows()[0], "lat"), "51.5");
    EXPECT_EQ(table.cell(table.rows()[0], "lon"), "");
}

TEST(CsvTable, ReadsQuotedCellsWithCommasMarksAndLines)
{
    auto const table = table_of("a,b\n\"x, \"\"y\"\"\",\"one\ntwo\"\nlast,\n");
    ASSERT_EQ(table.rows().size(), 2U);
    EXPECT_EQ(table.rows()[0].cells[0], "x, \"y\"");
    EXPECT_EQ(table.rows()[0].cells[1], "one\ntwo");
    EXPECT_EQ(table.rows()[1].line, 4U);
    EXPECT_TRUE(table.rows()[1].has_all_cells);
}

TEST(CsvTable, LeavesOutEmptyLinesAndTellsShortOnes)
{
    auto const table = table_of("a,b\n\n1\n");
    ASSERT_EQ(table.rows().size(), 1U);
    EXPECT_EQ(table.rows()[0].line, 3U);
    EXPECT_FALSE(table.rows()[0].has_all_cells);
}

TEST(CsvTable, RefusesWhatIsNoTable)
{
    for (auto const* const text : {"", "a,a\n", "a\n\"open\n", "a\n\xFF\n"}) {
        EXPECT_THROW(table_of(text), Refusal) << text;
    }
    EXPECT_THROW(table_of("a,b\n").require_columns({"a", "c"}), Refusal);
}

} // namespace
} // namespace wt
