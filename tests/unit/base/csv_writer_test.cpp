#include "base/csv_writer.hpp"

#include <gtest/gtest.h>

namespace wt {
namespace {

std::string line_of(std::vector<std::string> const& cells)
{
    std::string text;
    append_csv_line(text, cells);
    return text;
}

TEST(CsvWriter, QuotesWhatWouldBeReadOtherwise)
{
    EXPECT_EQ(
        line_of({"plain", "", "a,b", "she said \"no\"", "two\nlines"}),
        "plain,,\"a,b\",\"she said \"\"no\"\"\",\"two\nlines\"\r\n");
}

TEST(CsvWriter, NoCellIsAFormula)
{
    EXPECT_EQ(line_of({"=1+1", "-12.5", "+x", "@a", "<5"}), "'=1+1,-12.5,'+x,'@a,<5\r\n");
}

} // namespace
} // namespace wt
