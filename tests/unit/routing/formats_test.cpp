#include "base/refusal.hpp"
#include "routing/formats/instance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace wt::routing {
namespace {

using testing::ElementsAre;

std::string refusal_of(std::string const& text, Format format)
{
    try {
        static_cast<void>(read_instance(text, format));
    } catch (Refusal const& refusal) {
        return refusal.what();
    }
    return "nothing";
}

TEST(ReadInstance, OpGoesFromTheFirstPointToTheSecond)
{
    auto const instance = read_instance("7.5 2\r\n\r\n0\t0\t0\r\n3 4 0\r\n6 8 5\r\n", Format::op);

    auto const& problem = instance.problem;
    EXPECT_EQ(problem.budget, Seconds{7.5});
    EXPECT_EQ(problem.vehicles, 2U);
    EXPECT_EQ(problem.start, 0U);
    EXPECT_EQ(problem.end, 1U);
    EXPECT_EQ(problem.points[2].weight, 5.0);
    EXPECT_EQ(problem.time(0, 2), Seconds{10});
    EXPECT_THAT(instance.ids, ElementsAre(1, 2, 3));
}

TEST(ReadInstance, TopGoesFromTheFirstPointToTheLast)
{
    auto const instance = read_instance("n 3\nm 4\ntmax 12\n0 0 0\n3 4 7\n6 8 0\n", Format::top);

    EXPECT_EQ(instance.problem.vehicles, 4U);
    EXPECT_EQ(instance.problem.end, 2U);
    EXPECT_EQ(instance.problem.budget, Seconds{12});
}

TEST(ReadInstance, ToptwTruncatesToOneDecimal)
{
    auto const instance = read_instance(
        "4 1 1 1\n0 240\n 0 40.00 50.00 0 0 0 0 5 240\n"
        " 7 41.00 51.00 10.00 20.00 1 2 1 2 145 175\n",
        Format::toptw);

    auto const& problem = instance.problem;
    EXPECT_EQ(problem.time(0, 1), Seconds{14}); // 1.4142… in tenths
    EXPECT_EQ(problem.budget, Seconds{2350});   // from 5 on
    EXPECT_EQ(problem.points[1].dwell, Seconds{100});
    EXPECT_EQ(problem.points[1].opens, Seconds{1400});
    EXPECT_EQ(problem.points[1].closes, Seconds{1700});
    EXPECT_EQ(problem.points[1].weight, 20.0);
    EXPECT_EQ(instance.unit, 10.0);
    EXPECT_THAT(instance.ids, ElementsAre(0, 7));
}

TEST(ReadInstance, ToptwTruncatesToTwoDecimalsWhereCoordinatesHaveThree)
{
    auto const instance = read_instance(
        "5 1 1 1\n0 240\n0 0.000 0.000 0 0 0 0 0 240\n1 1.000 1.000 1 2 1 0 145 175\n",
        Format::toptw);

    EXPECT_EQ(instance.problem.time(0, 1), Seconds{141});
}

std::string oplib(std::string const& type, std::string const& places)
{
    return "NAME : tiny\nTYPE : OP\nDIMENSION: 2\nCOST_LIMIT : 90\nEDGE_WEIGHT_TYPE : " + type +
           "\nNODE_COORD_SECTION\n" + places +
           "NODE_SCORE_SECTION\n1 3\n2 4\nDEPOT_SECTION\n1\n-1\nEOF\n";
}

double oplib_time(std::string const& type, std::string const& places)
{
    return read_instance(oplib(type, places), Format::oplib).problem.time(0, 1).count();
}

TEST(ReadInstance, OplibScoresItsDepot)
{
    auto const instance = read_instance(oplib("EUC_2D", "1 0 0\n2 3 4\n"), Format::oplib);

    EXPECT_EQ(instance.score_of_depot, 3.0);
    EXPECT_EQ(instance.problem.points[1].weight, 4.0);
    EXPECT_EQ(instance.problem.budget, Seconds{90});
    EXPECT_EQ(instance.problem.end, 0U);
    EXPECT_THAT(instance.ids, ElementsAre(1, 2));
}

TEST(ReadInstance, OplibRoundsAsTsplibDoes)
{
    EXPECT_EQ(oplib_time("EUC_2D", "1 0 0\n2 1 2\n"), 2.0); // 2.23…
    EXPECT_EQ(oplib_time("EUC_2D", "1 0 0\n2 2 5\n"), 5.0); // 5.38…
    EXPECT_EQ(oplib_time("EUC_2D", "1 0 0\n2 3 7\n"), 8.0); // 7.61…
    EXPECT_EQ(oplib_time("CEIL_2D", "1 0 0\n2 1 2\n"), 3.0);
    EXPECT_EQ(oplib_time("ATT", "1 0 0\n2 10 0\n"), 4.0); // 3.16…
    // ulysses16 of TSPLIB, the first two nodes.
    EXPECT_EQ(oplib_time("GEO", "1 38.24 20.42\n2 39.57 26.15\n"), 509.0);
}

std::string explicit_weights(std::string const& format, std::string const& weights)
{
    return "DIMENSION : 3\nCOST_LIMIT : 9\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: " +
           format + " \nEDGE_WEIGHT_SECTION\n" + weights +
           "NODE_SCORE_SECTION\n1 0\n2 1\n3 1\nDEPOT_SECTION\n1\n-1\nEOF\n";
}

TEST(ReadInstance, OplibReadsWeightsHoweverTheyStand)
{
    for (auto const& [format, weights] :
         {std::pair{"FULL_MATRIX", "0 1 2\n1 0\n3 2 3 0\n"},
          std::pair{"UPPER_ROW", "1 2\n3\n"},
          std::pair{"LOWER_ROW", "1\n2 3\n"},
          std::pair{"UPPER_DIAG_ROW", "0 1 2 0 3 0\n"},
          std::pair{"LOWER_DIAG_ROW", "0\n1 0 2\n3 0\n"}}) {
        auto const problem =
            read_instance(explicit_weights(format, weights), Format::oplib).problem;
        EXPECT_EQ(problem.time(1, 0), Seconds{1}) << format;
        EXPECT_EQ(problem.time(0, 2), Seconds{2}) << format;
        EXPECT_EQ(problem.time(2, 1), Seconds{3}) << format;
    }
}

TEST(ReadInstance, RefusesWithTheLineWhatIsNoProblem)
{
    EXPECT_EQ(refusal_of("", Format::op), "The file is empty.");
    EXPECT_EQ(refusal_of("15 1\n0 0 0\n", Format::op), "The file ends too early.");
    EXPECT_EQ(refusal_of("15 1\n0 0 0\n\n0 1\n", Format::op), "line 4: 3 words should stand here.");
    EXPECT_EQ(
        refusal_of("nan 1\n0 0 0\n0 1 0\n", Format::op),
        "line 1: “nan” is no number that can stand here.");
    EXPECT_EQ(
        refusal_of("15 1\n0 0 0\n0 1 -2\n", Format::op),
        "line 3: “-2” is no number that can stand here.");
    EXPECT_EQ(
        refusal_of("n 3\nm 1\ntmax 9\n0 0 0\n0 0 0\n", Format::top), "The file ends too early.");
    EXPECT_EQ(refusal_of("n 3\nk 1\ntmax 9\n", Format::top), "line 2: “m” should stand here.");
    EXPECT_EQ(
        refusal_of("4 1 2 1\n0 9\n0 0 0 0 0 0 0 0 240\n", Format::toptw),
        "The file ends too early.");
    EXPECT_EQ(
        refusal_of("4 1 0 1\n0 9\n0 0 0 0 0 0 0 240\n", Format::toptw),
        "line 3: The line ends too early.");
    EXPECT_EQ(
        refusal_of("4 1 0 1\n0 9\n0 0 0 0 0 0 0 9 3\n", Format::toptw),
        "line 3: The window closes before it opens.");
}

TEST(ReadInstance, RefusesWithTheLineWhatIsNoOplibProblem)
{
    EXPECT_EQ(
        refusal_of(oplib("MAN_3D", "1 0 0\n2 1 2\n"), Format::oplib),
        "line 5: “MAN_3D” is not known here.");
    EXPECT_EQ(
        refusal_of(oplib("EUC_2D", "1 0 0\n1 1 2\n"), Format::oplib),
        "line 8: This point stands in the file already.");
    EXPECT_EQ(
        refusal_of(oplib("EUC_2D", "1 0 0\n"), Format::oplib),
        "line 8: “NODE_SCORE_SECTION” is no whole number that can stand here.");
    EXPECT_EQ(
        refusal_of("NAME : a\nDIMENSION : 2\n", Format::oplib),
        "line 2: The file ends without “COST_LIMIT”.");
    EXPECT_EQ(
        refusal_of("NODE_SCORE_SECTION\n1 1\n", Format::oplib),
        "line 1: The dimension must come before the sections.");
    EXPECT_EQ(
        refusal_of("DIMENSION : 2\nNODE_SCORE_SECTION\n1 1\n", Format::oplib),
        "The file ends too early.");
}

} // namespace
} // namespace wt::routing
