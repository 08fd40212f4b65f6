#pragma once

#include "base/time.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace wt::store {

/// Slow work, safe to repeat. No personal data: the argument is an id or a file name.
struct StoredJob
{
    std::string kind;
    std::string argument;
};

/// \returns the id of the job.
std::int64_t insert_job(Transaction& tx, StoredJob const& job, Instant run_at);

std::optional<StoredJob> find_job(Reading& reading, std::int64_t id);

} // namespace wt::store
