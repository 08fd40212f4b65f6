#pragma once

#include "store/db.hpp"
#include "store/sqlite_writer.hpp"
#include "store/statement.hpp"

#include <soci/connection-pool.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <vector>

namespace wt::store {

/// What a `Db` holds; for the files of `store` alone.
class Db::Connections
{
public:
    Connections(std::string const& url, std::size_t readers);

    /// A free connection of the pool, by its position.
    /// \throws Refusal (too_many) if none gets free in time
    std::size_t lease();
    /// Makes the connection anew: the database was restarted, or the network broke.
    void reconnect(std::size_t position);

    Dialect dialect;
    SqliteWriter writer; ///< unused on PostgreSQL
    soci::connection_pool pool;
    // Statements end before their connections.
    StatementCache writer_statements;
    std::vector<StatementCache> pool_statements;
};

} // namespace wt::store
