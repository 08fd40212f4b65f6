// The numbers of one month over a million concerns and 50,000 requests: bench_numbers [URL…]. Fills
// an empty database by bulk insert with two years of them, then counts one month as the worker
// does, and publishes them all. Without an address: a new SQLite file and, where
// tools/with_postgres has started a server, the database there.
#include "app/count_numbers.hpp"
#include "app/publish_numbers.hpp"
#include "scheme/month.hpp"
#include "support/million.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace wt;

double milliseconds(auto const& work)
{
    auto const start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

void measure(std::string const& url)
{
    store::Db db{url, 4};
    auto const filling = milliseconds([&] { fill_with_a_million(db); });
    app::App app{db, store::Keyring{db, SecretKey::make_random()}, {}, system_now};
    auto const month = kFirstMonth + kManyMonths - 3;
    auto const until = app::numbers_due_at(app, month);
    std::size_t cells = 0;
    double counting = 0;
    for (int turn = 0; turn < 3; ++turn) { // the first finds nothing in memory
        counting = std::max(counting, milliseconds([&] {
                                store::Reading reading{db};
                                cells = app::count_numbers(app, reading, month, until).size();
                            }));
    }
    int published = 0;
    auto const all = milliseconds([&] { published = app::publish_numbers(app, kSystem); });
    fmt::print(
        "| {} | {} | {} | {} | {:.0f} | {} | {:.0f} | {:.0f} |\n",
        db.dialect() == store::Dialect::sqlite ? "SQLite" : "PostgreSQL",
        kManyConcerns,
        kManyRequests,
        cells,
        counting,
        published,
        all / std::max(1, published),
        filling / 1000);
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> urls(argv + 1, argv + argc);
    auto const file =
        std::filesystem::temp_directory_path() / fmt::format("bench_numbers_{}.db", random_id());
    if (urls.empty()) {
        urls.push_back("sqlite:" + file.string());
        if (char const* const server = std::getenv("WALKTALK_TEST_POSTGRES")) {
            urls.emplace_back(server);
        }
    }
    fmt::print(
        "| database | concerns | requests | numbers of a month | counting them, slowest of 3, ms | "
        "months published | each, ms | filling, s |\n| --- | --: | --: | --: | --: | --: | --: | "
        "--: |\n");
    for (auto const& url : urls) {
        measure(url);
    }
    for (auto const* const suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file.string() + suffix);
    }
}
