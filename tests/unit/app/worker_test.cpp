#include "app/worker.hpp"
#include "base/refusal.hpp"
#include "store/audit.hpp"
#include "store/sql.hpp"
#include "support/bare_rows.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <semaphore>
#include <stdexcept>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

class JobsTest : public AppOnBothDatabases
{
protected:
    std::int64_t given_job(std::string_view kind)
    {
        store::Transaction tx{test.db()};
        auto const id = enqueue_job(tx, kind, "south.osm.pbf", test.now);
        tx.commit();
        return id;
    }

    std::string column(std::string const& name)
    {
        store::Reading reading{test.db()};
        return store::find_value<std::string>(reading, "SELECT " + name + " FROM job").value();
    }
};
WT_ON_BOTH_DATABASES(JobsTest);

TEST_P(JobsTest, RunsWhatIsDueOnceWithItsArgument)
{
    given_job("import");
    std::vector<std::string> arguments;
    JobHandlers const handlers{
        {"import", [&](App&, std::string const& argument) { arguments.push_back(argument); }}};
    EXPECT_TRUE(run_one_job(test.app(), handlers));
    EXPECT_FALSE(run_one_job(test.app(), handlers));
    EXPECT_EQ(arguments, std::vector<std::string>{"south.osm.pbf"});
    EXPECT_EQ(column("state"), "done");
}

TEST_P(JobsTest, TriesAgainLaterWithoutKeepingWhatTheErrorSaid)
{
    given_job("import");
    int tries = 0;
    JobHandlers const handlers{{"import", [&](App&, std::string const&) {
                                    if (++tries == 1) {
                                        throw std::runtime_error{"ada@example.org"};
                                    }
                                }}};
    EXPECT_TRUE(run_one_job(test.app(), handlers));
    EXPECT_EQ(column("last_error").find("ada"), std::string::npos);
    EXPECT_FALSE(run_one_job(test.app(), handlers));
    test.now += 1min;
    EXPECT_TRUE(run_one_job(test.app(), handlers));
    EXPECT_EQ(column("state"), "done");
}

TEST_P(JobsTest, ARefusalFailsAtOnce)
{
    given_job("import");
    JobHandlers const handlers{{"import", [](App&, std::string const&) {
                                    throw Refusal{Refusal::invalid_input, "This is not a map."};
                                }}};
    EXPECT_TRUE(run_one_job(test.app(), handlers));
    EXPECT_EQ(column("state"), "failed");
    EXPECT_EQ(column("last_error"), "This is not a map.");
}

TEST_P(JobsTest, AKindThatThisVersionDoesNotKnowWaitsForOneThatDoes)
{
    given_job("later");
    EXPECT_TRUE(run_one_job(test.app(), {}));
    EXPECT_EQ(column("state"), "waiting");
}

TEST(WorkerTest, RunsAChoreAgainEvenAfterItThrew)
{
    TestApp test;
    std::counting_semaphore<> runs{0};
    std::atomic<int> count = 0;
    Worker worker{test.app(), {{"a chore", 1ms, [&](App&, auto const&) {
                                    ++count;
                                    runs.release();
                                    if (count == 1) {
                                        throw std::runtime_error{"first"};
                                    }
                                }}}};
    worker.start();
    for (int i = 0; i < 3; ++i) {
        runs.acquire();
    }
    worker.stop();
    auto const stopped_at = count.load();
    EXPECT_GE(stopped_at, 3);
}

TEST(WorkerTest, StopsWhileAChoreWaitsForItsNextTurn)
{
    TestApp test;
    std::binary_semaphore ran{0};
    Worker worker{test.app(), {{"a rare chore", 24h, [&](App&, auto const&) { ran.release(); }}}};
    worker.start();
    ran.acquire();
    worker.stop(); // would hang for a day
}

TEST(WorkerTest, ALongChoreIsToldToStop)
{
    TestApp test;
    std::binary_semaphore began{0};
    std::atomic<bool> was_told = false;
    Worker worker{test.app(), {{"a long chore", 1h, [&](App&, std::stop_token const& stop) {
                                    began.release();
                                    while (!stop.stop_requested()) {
                                        std::this_thread::yield();
                                    }
                                    was_told = true;
                                }}}};
    worker.start();
    began.acquire();
    worker.stop();
    EXPECT_TRUE(was_told);
}

class StandardChoresTest : public AppOnBothDatabases
{
};
WT_ON_BOTH_DATABASES(StandardChoresTest);

TEST_P(StandardChoresTest, EachRunsAndTogetherTheySealSendAndWork)
{
    given_force(test.db());
    auto const ada = given_participant(test.app());
    auto const folder = std::filesystem::temp_directory_path() / ("wt_chores_" + random_token());
    Channels channels{
        .email = notify::make_folder_channel(folder / "outbox", "from@example.org"),
        .text = notify::make_closed_channel()};
    int jobs = 0;
    JobHandlers const handlers{{"count", [&](App&, std::string const&) { ++jobs; }}};
    store::Transaction tx{test.db()};
    queue_message(tx, MessageKind::link_again, ada, 0, test.now);
    enqueue_job(tx, "count", "", test.now);
    tx.commit();
    auto chores = list_standard_chores(channels, handlers);
    std::ranges::reverse(chores); // the audit is sealed after what writes into it
    for (auto const& chore : chores) {
        chore.run(test.app(), {});
    }
    EXPECT_EQ(jobs, 1);
    EXPECT_TRUE(std::filesystem::exists(folder / "outbox" / "001.eml"));
    auto const check = store::check_audit(test.db(), test.app().keys.key(store::KeyPurpose::audit));
    EXPECT_EQ(check.sealed, 1);
    EXPECT_EQ(check.unsealed, 0);
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace wt::app
