#pragma once

#include "base/time.hpp"
#include "store/db.hpp"

#include <string>
#include <vector>

namespace wt::store {

/// Brings the database to the newest schema, each migration in a transaction of its own.
/// \returns the names of the migrations that were applied now.
/// \throws Refusal (conflict) if a migration that was applied has been edited since, or if the
///         database is newer than this program.
std::vector<std::string> migrate(Db& db, Instant now);

/// \throws Refusal (conflict) unless `migrate` would have nothing to do.
void require_newest_schema(Db& db);

/// Whether every migration of this program has been applied.
/// \throws Refusal (conflict) if one was edited, or the database is newer than the program
bool is_newest_schema(Reading& reading);

/// All tables, those that others refer to first.
std::vector<std::string> const& list_tables();

} // namespace wt::store
