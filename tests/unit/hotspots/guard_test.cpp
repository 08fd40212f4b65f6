#include "base/random.hpp"
#include "hotspots/guard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace wt::hotspots {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Gt;
using testing::IsEmpty;
using testing::Lt;
using testing::SizeIs;

TEST(GuardedScores, LeaveOutWhatAHotspotBroughtAbout)
{
    std::vector<Record> const records{
        {.place = 0, .weight = 2},
        {.place = 1, .weight = 5, .by_patrol = true},
        {.place = 1, .weight = 7, .was_sent = true},
        {.place = 1, .weight = 1}};
    EXPECT_THAT(guarded_scores(records, 3), ElementsAre(2, 1, 0));
}

TEST(DrawVisits, KeepsAShareEven)
{
    std::vector<double> const scores{0, 3, 1, 0};
    auto const visits = draw_visits(scores, 40'000, 0.2, 5);
    auto const share = [&](std::size_t place) {
        return static_cast<double>(std::count(visits.begin(), visits.end(), place)) / 40'000;
    };
    EXPECT_NEAR(share(0), 0.05, 0.005);
    EXPECT_NEAR(share(1), 0.05 + 0.8 * 0.75, 0.01);
    EXPECT_NEAR(share(2), 0.05 + 0.8 * 0.25, 0.01);
    EXPECT_EQ(visits, draw_visits(scores, 40'000, 0.2, 5));
    EXPECT_NE(visits, draw_visits(scores, 40'000, 0.2, 6));
    EXPECT_THAT(draw_visits(scores, 500, 0, 1), testing::Not(Contains(0U)));
    EXPECT_THAT(draw_visits(std::vector<double>{0, 0}, 50, 0, 1), Contains(1U));
}

TEST(DrawControls, NeverTakesASevereConcernAndEndsOnADate)
{
    Day const last{std::chrono::days{20'000}};
    std::vector<ControlCandidate> const candidates{{10, 0}, {11, 3}, {12, 1}, {13, 2}, {14, 1}};
    EXPECT_THAT(
        draw_controls(candidates, 2, 1, last, 1),
        ElementsAre(Control{10, last}, Control{12, last}, Control{14, last}));
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        auto const controls = draw_controls(candidates, 99, 0.5, last, seed);
        EXPECT_THAT(controls, SizeIs(2));
        EXPECT_THAT(controls, testing::Not(Contains(Control{11, last})));
        EXPECT_EQ(controls, draw_controls(candidates, 99, 0.5, last, seed));
    }
    EXPECT_THAT(draw_controls(candidates, 0, 1, last, 1), IsEmpty());
}

/// Two places. Each day a patrol goes to one, and finds something there as often as things
/// happen; people who live there tell of it half as often, whoever patrols (the urn of Ensign et
/// al. 2018). Returns the share of the last half of the visits that went to the first place.
double share_of_visits(bool is_guarded, double first_rate, double second_rate, std::uint64_t seed)
{
    double const rates[]{first_rate, second_rate};
    SeededRandom random{seed};
    std::vector<Record> records{{.place = 0}, {.place = 1}};
    std::vector<double> scores(2, 1.0);
    int const days = 20'000;
    int counted = 0;
    for (int day = 0; day < days; ++day) {
        auto const place = draw_visits(scores, 1, 0, random()).front();
        counted += day >= days / 2 && place == 0 ? 1 : 0;
        std::vector<Record> today;
        if (random.uniform() < rates[place]) {
            today.push_back({.place = place, .by_patrol = true});
        }
        if (is_guarded) { // the unguarded score is of what patrols recorded, as Ensign's is
            for (std::size_t i = 0; i < 2; ++i) {
                if (random.uniform() < rates[i] / 2) {
                    today.push_back({.place = i});
                }
            }
        } else {
            for (Record& record : today) {
                record.by_patrol = false;
            }
        }
        auto const added = guarded_scores(today, 2);
        scores[0] += added[0];
        scores[1] += added[1];
    }
    return 2.0 * counted / days;
}

TEST(Urn, ConvergesToTheTrueShareWithTheGuard)
{
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        EXPECT_NEAR(share_of_visits(true, 0.6, 0.4, seed), 0.6, 0.03);
        EXPECT_NEAR(share_of_visits(true, 0.5, 0.5, seed), 0.5, 0.03);
    }
}

TEST(Urn, RunsAwayWithoutIt)
{
    std::vector<double> equal;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        // Half as much again, and more than three quarters of the visits.
        EXPECT_GT(share_of_visits(false, 0.6, 0.4, seed), 0.75);
        equal.push_back(share_of_visits(false, 0.5, 0.5, seed));
    }
    // Of two equal places chance alone makes one the worse, for good.
    EXPECT_THAT(equal, Contains(Gt(0.65)));
    EXPECT_THAT(equal, Contains(Lt(0.35)));
}

} // namespace
} // namespace wt::hotspots
