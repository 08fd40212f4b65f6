#include "store/jobs.hpp"

#include "store/sql.hpp"

namespace wt::store {

std::int64_t insert_job(Transaction& tx, StoredJob const& job, Instant run_at)
{
    return find_value<std::int64_t>(
               tx,
               "INSERT INTO job (kind, argument, run_at) VALUES (:kind, :argument, :run_at) "
               "RETURNING id",
               job.kind,
               job.argument,
               run_at)
        .value();
}

std::optional<StoredJob> find_job(Reading& reading, std::int64_t id)
{
    auto row = find_row<std::string, std::string>(
        reading, "SELECT kind, argument FROM job WHERE id = :id", id);
    return row ? std::optional{std::make_from_tuple<StoredJob>(std::move(*row))} : std::nullopt;
}

} // namespace wt::store
