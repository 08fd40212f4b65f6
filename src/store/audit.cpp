#include "store/audit.hpp"

#include "store/hash_chain.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <limits>

namespace wt::store {

namespace {

/// The columns in the order in which they are hashed.
using Row = std::tuple<
    std::int64_t,
    Instant,
    std::string,
    std::int64_t,
    std::string,
    std::string,
    std::int64_t,
    std::string>;

constexpr std::string_view kColumns =
    "a.id, a.at, a.actor_kind, a.actor_id, a.action, a.subject_kind, a.subject_id, a.reason";

/// As it is hashed.
template <class Column>
Column plain(Column column)
{
    return column;
}
std::int64_t plain(Instant at)
{
    return to_milliseconds(at);
}

std::string hash_of(SecretKey const& key, std::string_view previous, Row const& row)
{
    // A code never holds a line break, so two different rows never give the same text.
    return std::apply(
        [&](auto const&... column) { return chained_hash(key, previous, plain(column)...); }, row);
}

template <class Consume>
void for_each_sealed(Reading& reading, Consume const& consume)
{
    detail::for_each_row<decltype(std::tuple_cat(std::tuple<std::string>{}, Row{}))>(
        reading,
        fmt::format(
            "SELECT s.hash, {} FROM audit_seal s JOIN audit a ON a.id = s.audit_id "
            "ORDER BY s.sequence",
            kColumns),
        consume);
}

/// The oldest rows without a seal.
std::vector<Row> list_unsealed(Db& db, Unsealed which)
{
    // Rows become visible in the order of their commits, not of their ids.
    constexpr int kOvertaken = 10'000;
    Reading reading{db};
    auto const newest = find_value<std::int64_t>(
        reading, "SELECT audit_id FROM audit_seal ORDER BY sequence DESC LIMIT 1");
    auto const from = which == Unsealed::all ? std::numeric_limits<std::int64_t>::min()
                                             : newest.value_or(0) - kOvertaken;
    return list_rows_of<Row>(
        reading,
        fmt::format(
            "SELECT {} FROM audit a WHERE a.id > :from AND NOT EXISTS "
            "(SELECT 1 FROM audit_seal s WHERE s.audit_id = a.id) ORDER BY a.id LIMIT {}",
            kColumns,
            kSealedAtOnce),
        from);
}

/// Only those that are asked for: an optional condition would hide the index of each form.
std::vector<std::string> conditions_of(AuditQuery const& query)
{
    std::vector<std::string> conditions{"a.id < :before"};
    if (!query.action.empty()) {
        conditions.push_back(fmt::format("a.action = '{}'", query.action));
    }
    if (!query.actor_kind.empty()) {
        conditions.push_back(fmt::format("a.actor_kind = '{}'", query.actor_kind));
    }
    if (query.actor_id) {
        conditions.push_back(fmt::format("a.actor_id = {}", *query.actor_id));
    }
    if (query.subject_id) {
        conditions.push_back(fmt::format("a.subject_id = {}", *query.subject_id));
    }
    if (query.from) {
        conditions.push_back(fmt::format("a.at >= {}", to_milliseconds(*query.from)));
    }
    if (query.until) {
        conditions.push_back(fmt::format("a.at < {}", to_milliseconds(*query.until)));
    }
    return conditions;
}

} // namespace

void insert_audit(Transaction& tx, AuditRow const& row)
{
    execute(
        tx,
        "INSERT INTO audit (at, actor_kind, actor_id, action, subject_kind, subject_id, reason) "
        "VALUES (:at, :actor_kind, :actor_id, :action, :subject_kind, :subject_id, :reason)",
        row.at,
        row.actor_kind,
        row.actor_id,
        row.action,
        row.subject_kind,
        row.subject_id,
        row.reason);
}

std::vector<StoredAudit> list_audit(Reading& reading, AuditQuery const& query)
{
    auto rows = list_rows_of<Row>(
        reading,
        fmt::format(
            "SELECT {} FROM audit a WHERE {} ORDER BY a.id DESC LIMIT {}",
            kColumns,
            fmt::join(conditions_of(query), " AND "),
            query.limit),
        query.before.value_or(std::numeric_limits<std::int64_t>::max()));
    std::vector<StoredAudit> audit;
    audit.reserve(rows.size());
    for (auto& row : rows) {
        audit.push_back(std::make_from_tuple<StoredAudit>(std::move(row)));
    }
    return audit;
}

bool is_in_audit(
    Reading& reading,
    std::string_view action,
    std::string_view subject_kind,
    std::int64_t subject_id)
{
    return find_value<int>(
               reading,
               "SELECT 1 FROM audit WHERE subject_id = :subject AND subject_kind = :kind "
               "AND action = :action LIMIT 1",
               subject_id,
               subject_kind,
               action)
        .has_value();
}

std::int64_t seal_audit(Db& db, SecretKey const& key, Unsealed which)
{
    auto const unsealed = list_unsealed(db, which);
    if (unsealed.empty()) {
        return 0;
    }
    Transaction tx{db};
    if (tx.dialect() == Dialect::postgresql) {
        execute(tx, "LOCK TABLE audit_seal IN EXCLUSIVE MODE"); // one sealer at a time
    }
    auto const last = find_row<std::int64_t, std::string>(
        tx, "SELECT sequence, hash FROM audit_seal ORDER BY sequence DESC LIMIT 1");
    auto sequence = last ? std::get<0>(*last) : 0;
    auto hash = last ? std::get<1>(*last) : std::string{};
    std::int64_t sealed = 0;
    for (auto const& row : unsealed) {
        auto const next = hash_of(key, hash, row);
        auto const added = execute(
            tx,
            "INSERT INTO audit_seal (sequence, audit_id, hash) VALUES (:sequence, :id, :hash) "
            "ON CONFLICT (audit_id) DO NOTHING", // another sealer was quicker
            sequence + 1,
            std::get<0>(row),
            next);
        if (added == 1) {
            ++sequence;
            ++sealed;
            hash = next;
        }
    }
    tx.commit();
    return sealed;
}

bool has_unsealed_audit(Reading& reading)
{
    return find_value<std::int64_t>(
               reading,
               "SELECT 1 FROM (SELECT max(id) AS newest FROM audit) a WHERE a.newest > "
               "coalesce((SELECT max(audit_id) FROM audit_seal), 0)")
        .has_value();
}

AuditCheck check_audit(Db& db, SecretKey const& key)
{
    Reading reading{db};
    AuditCheck check;
    std::string previous;
    for_each_sealed(reading, [&](auto const& sealed_row) {
        auto const [hash, row] = std::apply(
            [](std::string const& stored, auto const&... columns) {
                return std::pair{stored, Row{columns...}};
            },
            sealed_row);
        if (hash != hash_of(key, previous, row) && !check.first_broken) {
            check.first_broken = std::get<0>(row);
        }
        previous = hash;
        ++check.sealed;
    });
    auto const all = find_value<std::int64_t>(reading, "SELECT count(*) FROM audit").value_or(0);
    check.unsealed = all - check.sealed;
    return check;
}

} // namespace wt::store
