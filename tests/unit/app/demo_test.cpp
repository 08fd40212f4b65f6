#include "app/areas.hpp"
#include "app/complaints.hpp"
#include "app/demo.hpp"
#include "app/demo_words.hpp"
#include "app/disclosures.hpp"
#include "app/find_hotspots.hpp"
#include "app/what_happened.hpp"
#include "base/refusal.hpp"
#include "store/keyring.hpp"
#include "support/grid_town.hpp"
#include "support/test_db.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

class DemoTest : public OnBothDatabases
{
protected:
    void TearDown() override { fs::remove_all(folder); }

    Demo fill() { return fill_demo(app, clock, {.map = kGridTown, .shared = folder / "nothing"}); }

    static Installation in(fs::path const& folder)
    {
        Installation installation;
        installation.data_dir = folder;
        return installation;
    }

    fs::path const folder = fs::temp_directory_path() / ("wt_demo_" + random_token());
    Instant const now = Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2}} + 13h;
    DemoClock clock{now};
    App app{test.db(), store::Keyring{test.db(), SecretKey::make_random()}, in(folder), [this] {
                return clock.now;
            }};
};
WT_ON_BOTH_DATABASES(DemoTest);

TEST_P(DemoTest, ShowsEveryStateThatAVisitorMayLookFor)
{
    auto const demo = fill();
    EXPECT_EQ(clock.now, now);
    EXPECT_GE(demo.counts.walks_held, 8U);
    EXPECT_EQ(demo.counts.walks_called_away, 1U);
    EXPECT_TRUE(demo.pages.proposed && demo.pages.confirmed && demo.pages.answered);
    EXPECT_TRUE(demo.pages.referral);
    EXPECT_LT(demo.next_walk.value(), now + 48h);
    std::set<ConcernState> states;
    std::set<privacy::ListingLevel> levels;
    for (auto const& concern : what_happened(app, {.limit = 500}).concerns) {
        states.insert(concern.state);
        levels.insert(concern.level);
    }
    EXPECT_EQ(states.size(), 6U);
    EXPECT_TRUE(levels.contains(privacy::ListingLevel::segment));
    EXPECT_TRUE(app.settings()->demonstration);
    EXPECT_EQ(app.areas()->list_bcus().size(), 2U);
}

struct MadeDemo
{
    Demo demo{};
    bool was_search_due{}; ///< the weekly search of hotspots, once it was filled
};

/// A demonstration that is made at `moment`.
MadeDemo demo_made_at(Instant moment)
{
    auto const folder = fs::temp_directory_path() / ("wt_demo_" + random_token());
    TestDb test;
    Installation installation;
    installation.data_dir = folder;
    DemoClock clock{moment};
    App app{test.db(), store::Keyring{test.db(), SecretKey::make_random()}, installation, [&clock] {
                return clock.now;
            }};
    auto demo = fill_demo(app, clock, {.map = kGridTown, .shared = folder / "nothing"});
    fs::remove_all(folder);
    return {.demo = std::move(demo), .was_search_due = find_hotspots(app, kSystem).has_value()};
}

/// Whatever the weekday and the hour, somebody has a walk that she has said yes to, and no hotspot
/// changes under a visitor's hands because a search is still due.
TEST(DemoAtAnyTime, HasAConfirmedWalkAheadAndNothingDue)
{
    Instant const monday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 30}};
    std::array const hours{2h, 9h, 16h, 19h, 21h, 23h, 13h};
    for (int day = 0; day < 7; ++day) {
        auto const moment = monday + day * 24h + hours.at(static_cast<std::size_t>(day));
        auto const [demo, was_search_due] = demo_made_at(moment);
        EXPECT_TRUE(demo.pages.confirmed) << "weekday " << day;
        EXPECT_TRUE(demo.pages.proposed) << "weekday " << day;
        EXPECT_TRUE(demo.pages.answered) << "weekday " << day;
        EXPECT_GT(demo.next_walk.value_or(moment), moment);
        EXPECT_FALSE(was_search_due) << "weekday " << day;
    }
}

TEST_P(DemoTest, LeavesSomethingForSafeguardingAndForThoseWhoReadComplaints)
{
    fill();
    std::set<DisclosureState> states;
    for (auto const& disclosure : list_disclosures(app, {.role = Role::safeguarding, .id = 1})) {
        states.insert(disclosure.state);
    }
    EXPECT_TRUE(states.contains(DisclosureState::unread));
    EXPECT_TRUE(states.contains(DisclosureState::recorded));
    EXPECT_EQ(list_complaints(app, {.role = Role::watchdog, .id = 1}).size(), 1U);
    EXPECT_EQ(
        list_complaints(app, {.role = Role::standards, .id = 1}).at(0).state,
        ComplaintState::looking);
}

TEST_P(DemoTest, FillsNoDatabaseThatIsInUse)
{
    fill();
    EXPECT_THROW(fill(), Refusal);
}

TEST(DemoWords, EveryAnswerIsOneThatADeskMayGive)
{
    Day const today{std::chrono::days{20'000}};
    std::set<AnswerKind> kinds;
    for (std::size_t n = 0; n < 40; ++n) {
        for (auto const category : {Category::lighting, Category::group}) {
            auto const form = demo_answer(n, category, "Mill Lane", today);
            EXPECT_TRUE(errors_in(form, "Demonstration Police", today).empty());
            EXPECT_NE(form.sentence.find("Mill Lane"), std::string::npos);
            kinds.insert(form.kind);
        }
    }
    EXPECT_EQ(kinds.size(), kAnswerKinds.size());
}

} // namespace
} // namespace wt::app
