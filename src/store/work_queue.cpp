#include "store/work_queue.hpp"

#include "base/named.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

constexpr std::array<Named<Queue>, 2> kTables{{
    {Queue::message, "message"},
    {Queue::job, "job"},
}};

constexpr std::array<Named<Ending>, 3> kEndings{{
    {Ending::done, "done"},
    {Ending::failed, "failed"},
    {Ending::dropped, "dropped"},
}};

constexpr std::string_view kDue =
    "state = 'waiting' AND run_at <= :now AND locked_until <= :unlocked AND attempts < :most";

Instant next_try(std::int64_t attempt, Instant now)
{
    std::chrono::minutes wait{1};
    for (std::int64_t i = 1; i < attempt; ++i) {
        wait *= 3;
    }
    return now + wait;
}

} // namespace

bool has_due(Reading& reading, Queue queue, Instant now)
{
    return find_value<std::int64_t>(
               reading,
               fmt::format("SELECT 1 FROM {} WHERE {} LIMIT 1", code_in(kTables, queue), kDue),
               now,
               now,
               kMostAttempts)
        .has_value();
}

std::optional<Lease> take_due(Transaction& tx, Queue queue, Instant now, Instant locked_until)
{
    // PostgreSQL would let two transactions choose the same row; the second must look past it.
    auto const lock = tx.dialect() == Dialect::postgresql ? "FOR UPDATE SKIP LOCKED" : "";
    auto const taken = find_row<std::int64_t, std::int64_t>(
        tx,
        fmt::format(
            "UPDATE {0} SET locked_until = :until, attempts = attempts + 1 WHERE id = "
            "(SELECT id FROM {0} WHERE {1} ORDER BY run_at, id LIMIT 1 {2}) "
            "RETURNING id, attempts",
            code_in(kTables, queue),
            kDue,
            lock),
        locked_until,
        now,
        now,
        kMostAttempts);
    return taken ? std::optional{std::make_from_tuple<Lease>(*taken)} : std::nullopt;
}

bool end_work(Transaction& tx, Queue queue, Lease lease, Ending ending, Instant now)
{
    return execute(
               tx,
               fmt::format(
                   "UPDATE {} SET state = :state, ended_at = :now, locked_until = 0 "
                   "WHERE id = :id AND attempts = :attempt AND state = 'waiting'",
                   code_in(kTables, queue)),
               code_in(kEndings, ending),
               now,
               lease.id,
               lease.attempt) == 1;
}

void put_off_work(Transaction& tx, Queue queue, Lease lease, std::string_view error, Instant now)
{
    execute(
        tx,
        fmt::format(
            "UPDATE {} SET last_error = :error, run_at = :next, locked_until = 0 "
            "WHERE id = :id AND attempts = :attempt AND state = 'waiting'",
            code_in(kTables, queue)),
        error,
        next_try(lease.attempt, now),
        lease.id,
        lease.attempt);
    if (lease.attempt >= kMostAttempts) {
        end_work(tx, queue, lease, Ending::failed, now);
    }
}

std::int64_t fail_abandoned(Transaction& tx, Queue queue, Instant now)
{
    return execute(
        tx,
        fmt::format(
            "UPDATE {} SET state = 'failed', ended_at = :now "
            "WHERE state = 'waiting' AND attempts >= :most AND locked_until <= :unlocked",
            code_in(kTables, queue)),
        now,
        kMostAttempts,
        now);
}

} // namespace wt::store
