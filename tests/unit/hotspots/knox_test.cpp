#include "base/random.hpp"
#include "base/refusal.hpp"
#include "hotspots/knox.hpp"
#include "unit/hotspots/reference.hpp"

#include <gmock/gmock.h>

#include <cmath>

namespace wt::hotspots {
namespace {

TEST(Knox, CountsThePairsThatNearRepeatCounts)
{
    WT_REQUIRE_REFERENCE();
    auto const input = read_reference("concerns");
    KnoxProblem problem{.distances = {0, 0.1, 50, 100, 150, 200, 300}, .days = {0, 4, 8, 15, 29}};
    for (std::size_t i = 0; i < 2000; ++i) {
        problem.points.push_back(
            {.place = {number_in(input, i, "x"), number_in(input, i, "y")},
             .day = static_cast<std::int32_t>(number_in(input, i, "day"))});
    }
    auto const known = read_reference("knox_observed_n2000_NearRepeat");
    auto const theirs = read_reference("knox_ratio_n2000_nrep19_NearRepeat");
    auto const cells = knox(problem, {.replicates = 60});
    ASSERT_EQ(cells.size(), known.rows().size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(static_cast<double>(cells[i].pairs), number_in(known, i, "freq")) << i;
        if (cells[i].pairs > 100) { // theirs are of 19 replicates
            auto const ratio = static_cast<double>(cells[i].pairs) / cells[i].expected;
            EXPECT_NEAR(ratio, number_in(theirs, i, "freq"), 0.1) << i;
        }
    }
}

std::vector<KnoxPoint> given_points(std::size_t count, std::int32_t span)
{
    SeededRandom random{3};
    std::vector<KnoxPoint> points(count);
    for (KnoxPoint& point : points) {
        point = {
            .place = {40 * random.uniform() - 20, 40 * random.uniform() - 20},
            .day = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(span))) - 9};
    }
    return points;
}

std::uint64_t brute_count(KnoxProblem const& problem, std::size_t band, std::size_t day)
{
    std::uint64_t count = 0;
    for (auto a = problem.points.begin(); a != problem.points.end(); ++a) {
        for (auto b = problem.points.begin(); b != a; ++b) {
            auto const distance = std::hypot(a->place.x - b->place.x, a->place.y - b->place.y);
            double const apart = std::abs(a->day - b->day);
            bool const is_near =
                problem.distances[band] <= distance && distance < problem.distances[band + 1];
            if (is_near && problem.days[day] <= apart && apart < problem.days[day + 1]) {
                ++count;
            }
        }
    }
    return count;
}

TEST(Knox, CountsAsBruteForceDoes)
{
    for (std::int32_t const span : {10, 32'000}) {
        KnoxProblem const problem{
            .points = given_points(150, span),
            .distances = {0.5, 3, 7.5},
            .days = {0, 1, 2.5, 8, 31'000, 70'000}};
        auto const cells = knox(problem, {.replicates = 5});
        ASSERT_EQ(cells.size(), 10U);
        for (std::size_t day = 0; day < 5; ++day) {
            for (std::size_t band = 0; band < 2; ++band) {
                EXPECT_EQ(cells[day * 2 + band].pairs, brute_count(problem, band, day));
            }
        }
    }
}

TEST(Knox, ExpectsWhatTheShareOfNearDaysLetsExpect)
{
    KnoxProblem const problem{
        .points = given_points(200, 30), .distances = {0, 5}, .days = {0, 3, 40}};
    auto const everywhere = knox(
        {.points = problem.points, .distances = {0, 1000}, .days = problem.days},
        {.replicates = 1});
    auto const cells = knox(problem, {.replicates = 500});
    auto const close = static_cast<double>(cells[0].pairs + cells[1].pairs);
    auto const share = static_cast<double>(everywhere[0].pairs) /
                       static_cast<double>(everywhere[0].pairs + everywhere[1].pairs);
    EXPECT_NEAR(cells[0].expected, close * share, 0.02 * close);
    EXPECT_NEAR(cells[0].expected + cells[1].expected, close, 1e-6);
    EXPECT_NEAR(cells[0].median, cells[0].expected, 0.02 * close);
}

TEST(Knox, SeesRepeatsAndGivesTheSameWhateverTheOrderOfTheWork)
{
    KnoxProblem problem{.points = given_points(150, 300), .distances = {0, 2}, .days = {0, 3, 400}};
    for (std::size_t i = 0; i < 40; ++i) {
        auto again = problem.points[i];
        again.place.x += 0.5;
        again.day += 1;
        problem.points.push_back(again);
    }
    auto const cells = knox(problem, {.replicates = 99});
    EXPECT_DOUBLE_EQ(cells[0].p, 0.01);
    auto const backwards =
        knox(problem, {.replicates = 99, .for_each = [](std::size_t count, auto const& piece) {
                           for (auto i = count; i-- > 0;) {
                               piece(i);
                           }
                       }});
    EXPECT_EQ(cells[0].expected, backwards[0].expected);
    EXPECT_EQ(cells[0].p, backwards[0].p);
}

TEST(Knox, RefusesTooManyPairs)
{
    KnoxProblem const heap{
        .points = std::vector<KnoxPoint>(100),
        .distances = {0, 1},
        .days = {0, 1},
        .most_pairs = 99 * 50 - 1};
    EXPECT_THROW(knox(heap), Refusal);
    EXPECT_EQ(knox({.distances = {0, 1}, .days = {0, 1}}, {.replicates = 1}).at(0).p, 1);
}

} // namespace
} // namespace wt::hotspots
