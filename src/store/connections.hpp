#pragma once

#include "store/db.hpp"

#include <soci/connection-pool.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <mutex>

namespace wt::store {

/// What a `Db` holds; for the files of `store` alone.
class Db::Connections
{
public:
    Connections(std::string const& url, std::size_t readers);

    void give_back(bool writes, std::size_t position)
    {
        if (dialect == Dialect::sqlite && writes) {
            writing.unlock();
        } else {
            pool.give_back(position);
        }
    }

    Dialect dialect;
    soci::connection_pool pool;
    soci::session writer;
    std::mutex writing;
};

} // namespace wt::store
