#include "support/million.hpp"

#include "geo/area.hpp"
#include "geo/area_text.hpp"
#include "store/migrations.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt {

namespace {

constexpr std::int64_t kWalks = 24'000;
constexpr int kWards = 600;
constexpr std::int64_t kDayMilliseconds = 86'400'000;

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

/// Squares of two by two kilometres, thirty in a row.
std::string area_of(int ward)
{
    auto const south = 51.3 + ward / 30 * 0.02;
    auto const west = -0.5 + ward % 30 * 0.03;
    LatLon const corners[]{
        {south, west}, {south, west + 0.03}, {south + 0.02, west + 0.03}, {south + 0.02, west}};
    return area_text(
        {.polygons = {{.outline = {std::begin(corners), std::end(corners)}, .holes = {}}}});
}

void fill_force(store::Transaction& tx)
{
    store::execute(
        tx,
        numbered(12, "INSERT INTO bcu (id, code, name) SELECT i, 'b' || i, 'BCU ' || i FROM n"));
    for (int ward = 1; ward <= kWards; ++ward) {
        store::execute(
            tx,
            "INSERT INTO ward (id, code, name, bcu_id, area) "
            "VALUES (:id, 'w' || :code, 'Ward ' || :name, :bcu, :area)",
            ward,
            ward,
            ward,
            (ward - 1) % 12 + 1,
            area_of(ward));
    }
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
        std::int64_t{first_day_of(kFirstMonth).time_since_epoch().count()} * kDayMilliseconds);
}

void fill_requests(store::Transaction& tx)
{
    auto const day = std::int64_t{first_day_of(kFirstMonth).time_since_epoch().count()};
    store::execute(
        tx, numbered(kManyRequests, "INSERT INTO participant (id, created_at) SELECT i, 0 FROM n"));
    store::execute(
        tx,
        numbered(
            kManyRequests,
            "INSERT INTO participant_key (participant_id, wrapped, link_hash, pseudonym) "
            "SELECT i, '', 'l' || i, 'p' || i FROM n"));
    store::execute(
        tx,
        numbered(
            kManyRequests,
            fmt::format(
                "INSERT INTO request (id, participant_id, bcu_id, ward_id, state, party, "
                "may_share, waiting_since, idempotency_key, created_at) SELECT i, i, i % 12 + 1, "
                "i % 600 + 1, CASE WHEN i > {2} THEN 'waiting' ELSE 'walked' END, 1, 0, i, 'k' || "
                "i, ({0} + i * 7 % 720) * {1} FROM n",
                day,
                kDayMilliseconds,
                kWalks)));
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

void fill_month(store::Transaction& tx, Month month, std::int64_t concerns)
{
    store::execute(
        tx,
        numbered(
            concerns,
            fmt::format(
                R"(INSERT INTO concern (id, way_id, lat, lon, network_version, street, bcu_id,
                    ward_id, category, severity, felt, raised_day, raised_month, source, pseudonym,
                    state, answer_count, client_id, client_digest)
                SELECT {0} * 1000000 + i, i % 9000, 51.3 + i % 9000 / 100 * 0.004,
                    -0.5 + i % 100 * 0.009, 'a', 'S' || i % 900, i % 12 + 1, i % 600 + 1,
                    CASE i / 12 % 9 WHEN 0 THEN 'police' WHEN 1 THEN 'harassment' WHEN 2 THEN 'followed'
                        WHEN 3 THEN 'upkeep' WHEN 4 THEN 'isolation' ELSE 'lighting' END,
                    1, 'dark', {1} + i % 28, {0},
                    CASE i / 36 % 3 WHEN 0 THEN 'walk' WHEN 1 THEN 'passer_by' ELSE 'report' END,
                    'p' || (i * 31 % 70000),
                    CASE i / 12 % 5 WHEN 0 THEN 'open' WHEN 1 THEN 'done' WHEN 2 THEN 'referred'
                        WHEN 3 THEN 'done' ELSE 'will_not' END,
                    CASE i / 12 % 5 WHEN 0 THEN 0 ELSE 1 END, 'c{0}-' || i, '' FROM n)",
                month,
                first_day_of(month).time_since_epoch().count())));
}

void fill_concerns(store::Transaction& tx)
{
    constexpr auto kEach = kManyConcerns / kManyMonths;
    for (int turn = 1; turn < kManyMonths; ++turn) {
        fill_month(tx, kFirstMonth + turn - 1, kEach);
    }
    fill_month(tx, kFirstMonth + kManyMonths - 1, kManyConcerns - kEach * (kManyMonths - 1));
    store::execute(
        tx,
        fmt::format(
            R"(INSERT INTO answer (id, concern_id, sequence, kind, sentence, body, staff_id,
                answered_at)
            SELECT id, id, 1, state, 'Three lamps were repaired.', 'The council', 1,
                (raised_day + 1 + id % 50) * {} FROM concern WHERE state <> 'open')",
            kDayMilliseconds));
    store::execute(
        tx,
        R"(INSERT INTO verdict (answer_id, verdict, given_at)
        SELECT id, CASE id % 4 WHEN 0 THEN 'did_not' ELSE 'helped' END, answered_at + 86400000
        FROM answer WHERE id % 5 = 0)");
}

void fill_referrals(store::Transaction& tx)
{
    store::execute(
        tx,
        numbered(
            12,
            "INSERT INTO partner (id, name, kind, sealed, has_contact, created_at) "
            "SELECT i, 'Council ' || i, 'lighting', '', 0, 0 FROM n"));
    store::execute(
        tx,
        R"(INSERT INTO referral (id, concern_id, partner_id, answer_id, state, link_hash,
            expires_at, created_at)
        SELECT id, id, id % 12 + 1, id, CASE id % 4 WHEN 0 THEN 'sent' WHEN 1 THEN 'accepted'
            WHEN 2 THEN 'planned' ELSE 'done' END, 'l' || id, 0, 0
        FROM concern WHERE state = 'referred')");
}

/// Indexes of the tables with a million rows: name, and the statement that makes it.
std::vector<std::tuple<std::string, std::string>> list_indexes(store::Transaction& tx)
{
    // PostgreSQL names those that a constraint made, too: they stay.
    return store::list_rows<std::string, std::string>(
        tx,
        tx.dialect() == store::Dialect::sqlite
            ? "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND "
              "tbl_name IN ('concern', 'answer', 'referral')"
            : "SELECT CAST(indexname AS TEXT), indexdef FROM pg_indexes WHERE tablename IN "
              "('concern', 'answer', 'referral') AND schemaname = current_schema() AND indexname "
              "NOT IN (SELECT conname FROM pg_constraint)");
}

} // namespace

void fill_with_a_million(store::Db& db)
{
    store::migrate(db, system_now());
    store::Transaction tx{db};
    fill_force(tx);
    fill_requests(tx);
    auto const indexes = list_indexes(tx); // made once, from sorted rows, instead of row by row
    for (auto const& [name, make] : indexes) {
        store::execute(tx, "DROP INDEX " + name);
    }
    fill_concerns(tx);
    fill_referrals(tx);
    tx.commit(); // PostgreSQL makes no index while deferred constraints wait
    store::Transaction indexing{db};
    for (auto const& [name, make] : indexes) {
        store::execute(indexing, make);
    }
    indexing.commit();
    if (db.dialect() == store::Dialect::postgresql) {
        store::Transaction analysis{db};
        store::execute(analysis, "ANALYZE");
        analysis.commit();
    }
}

} // namespace wt
