#pragma once

#include "base/time.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace wt::store {

/// The tables whose rows are work for the worker. Both are taken, tried again and ended alike.
enum class Queue
{
    message,
    job
};

/// A row that one worker has for a while. Another may take it after `locked_until`; from then on
/// the first can no longer end it, because the number of its attempt is not the newest.
struct Lease
{
    std::int64_t id = 0;
    std::int64_t attempt = 0; ///< 1 at the first try
};

inline constexpr std::int64_t kMostAttempts = 8;

/// How a row of work ended.
enum class Ending
{
    done,
    failed,
    dropped ///< it was no longer wanted
};

/// Whether something is due; cheap, takes no lock.
bool has_due(Reading& reading, Queue queue, Instant now);

/// Takes the row that has been due longest, in one statement, so that of two workers exactly one
/// gets it.
std::optional<Lease> take_due(Transaction& tx, Queue queue, Instant now, Instant locked_until);

/// Ends the row. \returns false if the lease is lost; nothing has changed then.
bool end_work(Transaction& tx, Queue queue, Lease lease, Ending ending, Instant now);

/// To be tried again 1, 3, 9, 27 … minutes from now; after `kMostAttempts` it has failed.
/// \param error  a code or fixed sentence, no personal data
void put_off_work(Transaction& tx, Queue queue, Lease lease, std::string_view error, Instant now);

/// Fails what was taken `kMostAttempts` times by workers that died of it. \returns how many.
std::int64_t fail_abandoned(Transaction& tx, Queue queue, Instant now);

} // namespace wt::store
