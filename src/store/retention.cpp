#include "store/retention.hpp"

#include "store/connections.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::store {

namespace {

constexpr std::chrono::hours kReminderIsKept{48};

/// A connection outside of any transaction, as long as it lives.
class FreeConnection
{
public:
    explicit FreeConnection(Db::Connections& connections)
        : pool_{connections.pool}, position_{connections.lease()}
    {
    }
    ~FreeConnection() { pool_.give_back(position_); }
    FreeConnection(FreeConnection const&) = delete;
    FreeConnection& operator=(FreeConnection const&) = delete;

    [[nodiscard]] soci::session& session() { return pool_.at(position_); }

private:
    soci::connection_pool& pool_;
    std::size_t position_;
};

bool empty_write_ahead_log(soci::session& session)
{
    int busy = 1;
    int frames = 0;
    int moved = 0;
    soci::statement statement{session};
    statement.exchange(soci::into(busy));
    statement.exchange(soci::into(frames));
    statement.exchange(soci::into(moved));
    statement.alloc();
    statement.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    statement.define_and_bind();
    statement.execute(true);
    return busy == 0;
}

void vacuum(soci::session& session)
{
    for (auto const* const table :
         {"participant",
          "participant_key",
          "participant_private",
          "request_private",
          "walk_private",
          "concern",
          "concern_private",
          "disclosure",
          "complaint",
          "message"}) {
        session << "VACUUM " << table;
    }
}

} // namespace

std::vector<BcuId> list_bcus_with_routes(Reading& reading)
{
    std::vector<BcuId> bcus;
    for (auto const& [bcu] : list_rows<BcuId>(
             reading,
             "SELECT DISTINCT w.bcu_id FROM walk w JOIN walk_request wr ON wr.walk_id = w.id "
             "WHERE EXISTS (SELECT 1 FROM walk_private p WHERE p.walk_id = w.id) OR EXISTS "
             "(SELECT 1 FROM request_private q WHERE q.request_id = wr.request_id)")) {
        bcus.push_back(bcu);
    }
    return bcus;
}

std::vector<WalkId> delete_routes(Transaction& tx, BcuId bcu, Instant before)
{
    execute(
        tx,
        "DELETE FROM request_private WHERE request_id IN (SELECT r.id FROM request r "
        "JOIN walk_request wr ON wr.request_id = r.id JOIN walk w ON w.id = wr.walk_id "
        "WHERE r.state = 'walked' AND w.bcu_id = :bcu AND w.ends_at < :before)",
        bcu,
        before);
    std::vector<WalkId> walks;
    for (auto const& [walk] : list_rows<WalkId>(
             tx,
             "DELETE FROM walk_private WHERE walk_id IN (SELECT id FROM walk WHERE bcu_id = :bcu "
             "AND ends_at < :before) RETURNING walk_id",
             bcu,
             before)) {
        walks.push_back(walk);
    }
    std::ranges::sort(walks);
    auto const repeated = std::ranges::unique(walks);
    walks.erase(repeated.begin(), repeated.end());
    return walks;
}

std::int64_t delete_expired(Transaction& tx, Instant now)
{
    std::int64_t count = 0;
    for (auto const* const statement :
         {"DELETE FROM staff_session WHERE expires_at <= :now",
          "DELETE FROM staff_invitation WHERE expires_at <= :now",
          "DELETE FROM one_time_code WHERE expires_at <= :now"}) {
        count += execute(tx, statement, now);
    }
    return count;
}

std::int64_t delete_ended_work(Transaction& tx, Instant before)
{
    return execute(
               tx,
               "DELETE FROM message WHERE ended_at < :before AND "
               "(kind NOT IN ('reminder_day', 'reminder_hours') OR ended_at < :reminders)",
               before,
               before - kReminderIsKept) +
           execute(tx, "DELETE FROM job WHERE ended_at < :before", before);
}

std::vector<ParticipantId> list_inactive_participants(Transaction& tx, Instant before)
{
    auto const* const lock =
        tx.dialect() == Dialect::postgresql ? "FOR UPDATE OF p SKIP LOCKED" : "";
    std::vector<ParticipantId> participants;
    for (auto const& [participant] : list_rows<ParticipantId>(
             tx,
             fmt::format(
                 "SELECT p.id FROM participant p WHERE p.erased_at IS NULL AND p.created_at < "
                 ":joined "
                 "AND NOT EXISTS (SELECT 1 FROM request r WHERE r.participant_id = p.id "
                 "AND r.created_at >= :asked) "
                 "AND NOT EXISTS (SELECT 1 FROM request r "
                 "JOIN walk_request wr ON wr.request_id = r.id JOIN walk w ON w.id = wr.walk_id "
                 "WHERE r.participant_id = p.id AND w.ends_at >= :walked "
                 "AND wr.state IN ('proposed', 'accepted', 'attended')) ORDER BY p.id {}",
                 lock),
             before,
             before,
             before)) {
        participants.push_back(participant);
    }
    return participants;
}

void withdraw_requests_of(Transaction& tx, ParticipantId participant)
{
    execute(
        tx,
        "UPDATE request SET state = 'withdrawn', version = version + 1 "
        "WHERE participant_id = :participant AND state IN ('waiting', 'proposed', 'booked')",
        participant);
}

void purge_deleted_soon(Db& db)
{
    if (db.dialect() == Dialect::sqlite) {
        purge_deleted(db);
    }
}

bool purge_deleted(Db& db)
{
    FreeConnection connection{db.connections()};
    if (db.dialect() == Dialect::sqlite) {
        return empty_write_ahead_log(connection.session());
    }
    vacuum(connection.session());
    return true;
}

} // namespace wt::store
