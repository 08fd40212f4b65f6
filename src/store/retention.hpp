#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <vector>

namespace wt::store {

/// The command units that have walks, each of which may keep routes for its own time.
std::vector<BcuId> list_bcus_with_routes(Reading& reading);

/// Deletes the sealed routes of the unit's walks that ended before `before`, and with them the
/// places and times in the requests that those walks fulfilled.
/// \returns the walks that had one.
std::vector<WalkId> delete_routes(Transaction& tx, BcuId bcu, Instant before);

/// Deletes sessions, invitations and one-time codes that are no longer valid. \returns how many.
std::int64_t delete_expired(Transaction& tx, Instant now);

/// Deletes messages and jobs that ended before `before`; a reminder stays two days more, because
/// its row is what keeps it from being sent again. \returns how many.
std::int64_t delete_ended_work(Transaction& tx, Instant before);

/// Women who joined before `before` and since then have asked for nothing and had no walk; locked,
/// without those whom another worker is erasing.
std::vector<ParticipantId> list_inactive_participants(Transaction& tx, Instant before);

/// Takes her requests out of the queue, before she is erased.
void withdraw_requests_of(Transaction& tx, ParticipantId participant);

/// As far as somebody may wait for it, as `purge_deleted`: on PostgreSQL that is left to the
/// worker.
void purge_deleted_soon(Db& db);

/// Makes what was deleted unreadable in the database's files. SQLite overwrites on deletion, so
/// the write-ahead log is emptied; PostgreSQL keeps dead rows until they are vacuumed.
/// \returns false if readers were in the way: try again later.
bool purge_deleted(Db& db);

} // namespace wt::store
