#pragma once

#include "base/crypto.hpp"
#include "base/time.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// What happened: who did what to what, when and why. Codes and random ids, never content.
struct AuditRow
{
    Instant at;
    std::string_view actor_kind;
    std::int64_t actor_id = 0;
    std::string_view action;
    std::string_view subject_kind;
    std::int64_t subject_id = 0;
    std::string_view reason;
};

void insert_audit(Transaction& tx, AuditRow const& row);

/// An audit row as it was written.
struct StoredAudit
{
    std::int64_t id = 0;
    Instant at;
    std::string actor_kind;
    std::int64_t actor_id = 0;
    std::string action;
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::string reason;
};

/// A page of the audit.
struct AuditQuery
{
    std::string_view action{};              ///< of this kind alone; empty: every one
    std::string_view actor_kind{};          ///< by such alone; a code of ours, as `action` is
    std::optional<std::int64_t> actor_id{}; ///< by this one; no index leads to it
    std::optional<std::int64_t> subject_id{};
    std::optional<Instant> from{};
    std::optional<Instant> until{};       ///< exclusive
    std::optional<std::int64_t> before{}; ///< rows with smaller ids: the page before ended there
    std::size_t limit = 50;
};

/// Newest first.
std::vector<StoredAudit> list_audit(Reading& reading, AuditQuery const& query);

/// Whether somebody ever did this with that.
bool is_in_audit(
    Reading& reading,
    std::string_view action,
    std::string_view subject_kind,
    std::int64_t subject_id);

/// Which rows a sealer looks at: those about the newest seal, or every one from the first on (reads
/// the whole audit, for a row that became visible long after its neighbours).
enum class Unsealed
{
    recent,
    all
};

/// How many rows are sealed in one transaction at the most, so that no writer waits long for it.
inline constexpr std::int64_t kSealedAtOnce = 500;

/// Links up to `kSealedAtOnce` rows that are not sealed yet into the hash chain, in the order of
/// their ids:
///     hash(n) = BLAKE2b keyed with `key` over hash(n - 1) and row n.
/// Several sealers do no harm.
/// \returns how many rows it sealed; if that is not the most there may be more.
std::int64_t seal_audit(Db& db, SecretKey const& key, Unsealed which = Unsealed::recent);

/// Whether there are rows after the last sealed one; two index look-ups. Says no for a row that
/// became visible after a later one was sealed; `check_audit` counts it.
bool has_unsealed_audit(Reading& reading);

/// The state of the chain.
struct AuditCheck
{
    std::int64_t sealed = 0;
    std::int64_t unsealed = 0;
    std::optional<std::int64_t> first_broken; ///< id of the first row whose hash does not fit
};

/// Computes every hash again. Linear in the rows.
AuditCheck check_audit(Db& db, SecretKey const& key);

} // namespace wt::store
