// The numbers of one month over a million concerns and 50,000 requests: bench_numbers [URL…]. Fills
// an empty database by bulk insert with two years of them, then counts one month as the worker
// does, and publishes them all. Without an address: a new SQLite file and, where
// tools/with_postgres has started a server, the database there.
#include "app/count_numbers.hpp"
#include "app/publish_numbers.hpp"
#include "scheme/month.hpp"
#include "store/areas.hpp"
#include "store/migrations.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace wt;

constexpr std::int64_t kConcerns = 1'000'000;
constexpr std::int64_t kRequests = 50'000;
constexpr std::int64_t kWalks = 24'000;
constexpr int kMonths = 24;
constexpr std::int64_t kDayMilliseconds = 86'400'000;
constexpr Month kFirst = (2024 - 1970) * 12 + 10; // November 2024

/// `rows(i)` for i = 1..count, in one statement.
std::string numbered(std::int64_t count, std::string const& insert_and_select)
{
    // The first term is cast, as PostgreSQL would count in 32 bits.
    return fmt::format(
        "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n "
        "WHERE i < {}) {}",
        count,
        insert_and_select);
}

void fill_force(store::Transaction& tx)
{
    store::execute(
        tx,
        numbered(12, "INSERT INTO bcu (id, code, name) SELECT i, 'b' || i, 'BCU ' || i FROM n"));
    store::execute(
        tx,
        numbered(
            600,
            "INSERT INTO ward (id, code, name, bcu_id, area) SELECT i, 'w' || i, 'Ward ' || i, "
            "i % 12 + 1, '' FROM n"));
    store::execute(
        tx,
        "INSERT INTO staff (id, sign_in_name, name, role, created_at) "
        "VALUES (1, 'd', 'D', 'desk', 0)");
    store::execute(
        tx,
        numbered(
            48,
            "INSERT INTO officer (id, public_name, collar_number, sex, bcu_id, trained) "
            "SELECT i, 'O', 'o' || i, 'F', i % 12 + 1, 1 FROM n"));
    store::execute(
        tx,
        "INSERT INTO audit (at, actor_kind, actor_id, action, subject_kind, subject_id, reason) "
        "VALUES (:at, 'system', 0, 'import_areas', 'installation', 0, '')",
        std::int64_t{first_day_of(kFirst).time_since_epoch().count()} * kDayMilliseconds);
}

void fill_requests(store::Transaction& tx)
{
    auto const day = std::int64_t{first_day_of(kFirst).time_since_epoch().count()};
    store::execute(
        tx, numbered(kRequests, "INSERT INTO participant (id, created_at) SELECT i, 0 FROM n"));
    store::execute(
        tx,
        numbered(
            kRequests,
            "INSERT INTO participant_key (participant_id, wrapped, link_hash, pseudonym) "
            "SELECT i, '', 'l' || i, 'p' || i FROM n"));
    store::execute(
        tx,
        numbered(
            kRequests,
            fmt::format(
                "INSERT INTO request (id, participant_id, bcu_id, ward_id, state, party, "
                "may_share, waiting_since, idempotency_key, created_at) SELECT i, i, i % 12 + 1, "
                "i % 600 + 1, 'walked', 1, 0, 0, 'k' || i, ({} + i * 7 % 720) * {} FROM n",
                day,
                kDayMilliseconds)));
    store::execute(
        tx,
        numbered(
            48 * 760,
            fmt::format(
                "INSERT INTO officer_duty (officer_id, day) SELECT i % 48 + 1, {} + i / 48 "
                "FROM n",
                day)));
    store::execute(
        tx,
        numbered(
            kWalks * 2,
            fmt::format(
                "INSERT INTO walk_officer (walk_id, seat, officer_id, day) "
                "SELECT (i + 1) / 2, i % 2 + 1, (i + 1) / 2 % 24 * 2 + i % 2 + 1, "
                "{} + 1 + (i + 1) / 2 * 7 % 740 FROM n",
                day)));
    store::execute(
        tx,
        numbered(
            kWalks,
            fmt::format(
                "INSERT INTO walk (id, bcu_id, ward_id, starts_at, ends_at, state, first_seat, "
                "second_seat, created_at) SELECT i, i % 12 + 1, i % 600 + 1, "
                "({0} + i * 7 % 740) * {1}, ({0} + i * 7 % 740) * {1} + 3600000, "
                "CASE i % 20 WHEN 0 THEN 'called_away' WHEN 1 THEN 'missed' ELSE 'held' END, "
                "1, 2, 0 FROM n",
                day,
                kDayMilliseconds)));
    store::execute(
        tx,
        numbered(
            kWalks,
            "INSERT INTO walk_request (walk_id, request_id, state, deadline_at) "
            "SELECT i, i, 'attended', 0 FROM n"));
}

void fill_concerns(store::Transaction& tx)
{
    constexpr auto kEach = kConcerns / kMonths;
    for (int turn = 0; turn < kMonths; ++turn) {
        auto const month = kFirst + turn;
        store::execute(
            tx,
            numbered(
                turn + 1 < kMonths ? kEach : kConcerns - kEach * (kMonths - 1),
                fmt::format(
                    "INSERT INTO concern (id, way_id, lat, lon, network_version, street, bcu_id, "
                    "ward_id, category, severity, felt, raised_day, raised_month, source, "
                    "pseudonym, state, client_id, client_digest) SELECT {0} * 1000000 + i, "
                    "i % 9000, 51.5, -0.1, 'a', 'S' || i % 900, i % 12 + 1, i % 600 + 1, "
                    "CASE i % 9 WHEN 0 THEN 'police' WHEN 1 THEN 'harassment' WHEN 2 THEN "
                    "'followed' WHEN 3 THEN 'upkeep' WHEN 4 THEN 'isolation' ELSE 'lighting' END, "
                    "1, 'dark', {1} + i % 28, {2}, CASE i % 3 WHEN 0 THEN 'walk' WHEN 1 THEN "
                    "'passer_by' ELSE 'report' END, 'p' || (i * 31 % 70000), 'open', "
                    "'c{0}-' || i, '' FROM n",
                    turn + 1,
                    first_day_of(month).time_since_epoch().count(),
                    month)));
    }
    store::execute(
        tx,
        fmt::format(
            "INSERT INTO answer (id, concern_id, sequence, kind, sentence, body, staff_id, "
            "answered_at) SELECT id, id, 1, CASE id % 3 WHEN 0 THEN 'done' WHEN 1 THEN 'referred' "
            "ELSE 'will_not' END, 'Three lamps were repaired.', 'The council', 1, "
            "(raised_day + 1 + id % 50) * {} FROM concern WHERE id % 10 < 8",
            kDayMilliseconds));
    store::execute(
        tx,
        "INSERT INTO verdict (answer_id, verdict, given_at) SELECT id, CASE id % 4 WHEN 0 THEN "
        "'did_not' ELSE 'helped' END, answered_at + 86400000 FROM answer WHERE id % 5 = 0");
}

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
    store::migrate(db, system_now());
    auto const filling = milliseconds([&] {
        store::Transaction tx{db};
        fill_force(tx);
        fill_requests(tx);
        fill_concerns(tx);
        tx.commit();
        if (db.dialect() == store::Dialect::postgresql) {
            store::Transaction analysis{db};
            store::execute(analysis, "ANALYZE");
            analysis.commit();
        }
    });
    app::App app{db, store::Keyring{db, SecretKey::make_random()}, {}, system_now};
    auto const month = kFirst + kMonths - 3;
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
        kConcerns,
        kRequests,
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
