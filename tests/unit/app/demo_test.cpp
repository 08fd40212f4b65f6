#include "app/areas.hpp"
#include "app/demo.hpp"
#include "app/demo_words.hpp"
#include "app/what_happened.hpp"
#include "base/refusal.hpp"
#include "store/keyring.hpp"
#include "support/grid_town.hpp"
#include "support/test_db.hpp"

#include <gtest/gtest.h>

#include <set>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

class DemoTest : public OnBothDatabases
{
protected:
    ~DemoTest() override { fs::remove_all(folder); }

    Demo fill() { return fill_demo(app, clock, {.map = kGridTown, .shared = folder / "nothing"}); }

    fs::path const folder = fs::temp_directory_path() / ("wt_demo_" + random_token());
    Instant const now = Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2}} + 13h;
    DemoClock clock{now};
    App app{
        test.db(),
        store::Keyring{test.db(), SecretKey::make_random()},
        Installation{.data_dir = folder},
        [this] { return clock.now; }};
};
WT_ON_BOTH_DATABASES(DemoTest);

TEST_P(DemoTest, ShowsEveryStateThatAVisitorMayLookFor)
{
    auto const demo = fill();
    EXPECT_EQ(clock.now, now);
    EXPECT_GE(demo.counts.walks_held, 8U);
    EXPECT_EQ(demo.counts.walks_called_away, 1U);
    EXPECT_TRUE(demo.pages.proposed && demo.pages.confirmed && demo.pages.answered);
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
