#include "store/db.hpp"

#include "base/refusal.hpp"
#include "store/connections.hpp"
#include "store/postgres_address.hpp"

#include <algorithm>
#include <mutex>

namespace wt::store {

namespace {

constexpr std::string_view kSqlitePrefix = "sqlite:";

/// Before the first connection: a connection serves one thread at a time and counts no memory, so
/// SQLite needs no locks of its own around either.
void configure_sqlite()
{
    using namespace sqlite_api;
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1); // savepoints are short: no files for them
    });
}

void open_sqlite(soci::session& session, std::string const& file)
{
    configure_sqlite();
    session.open(soci::sqlite3, "dbname=\"" + file + "\" timeout=5 synchronous=full");
    for (auto const* const pragma :
         {"PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA foreign_keys = ON",
          "PRAGMA secure_delete = ON",
          "PRAGMA busy_timeout = 5000",
          "PRAGMA wal_autocheckpoint = 3000", // rarely enough to move a busy page once, not often
          "PRAGMA cache_size = -8000"}) {
        session << pragma;
    }
}

void configure_postgres(soci::session& session)
{
    session << "SET client_min_messages = warning";
}

} // namespace

Dialect dialect_of(std::string_view url)
{
    if (url.starts_with(kSqlitePrefix) && url.size() > kSqlitePrefix.size()) {
        return Dialect::sqlite;
    }
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) {
        return Dialect::postgresql;
    }
    throw Refusal{
        Refusal::invalid_input, N_("The database must be given as sqlite:FILE or postgresql://….")};
}

Db::Connections::Connections(std::string const& url, std::size_t readers)
    : dialect{dialect_of(url)}, pool{std::clamp<std::size_t>(readers, 1, 64)},
      pool_statements(std::clamp<std::size_t>(readers, 1, 64))
{
    auto const open = [&](soci::session& session) {
        if (dialect == Dialect::sqlite) {
            open_sqlite(session, url.substr(kSqlitePrefix.size()));
        } else {
            session.open(soci::postgresql, postgres_keywords(url));
            configure_postgres(session);
        }
    };
    if (dialect == Dialect::sqlite) {
        open(writer.session());
    }
    for (std::size_t i = 0; i < pool_statements.size(); ++i) {
        open(pool.at(i));
    }
}

std::size_t Db::Connections::lease()
{
    constexpr int kPatience = 10'000; // milliseconds
    std::size_t position = 0;
    if (!pool.try_lease(position, kPatience)) {
        throw Refusal{
            Refusal::too_many,
            N_("Many people are using this at this moment. Please try again in a minute.")};
    }
    return position;
}

void Db::Connections::reconnect(std::size_t position)
{
    pool_statements[position].clear();
    pool.at(position).reconnect();
    configure_postgres(pool.at(position));
}

Db::Db(std::string const& url, std::size_t readers)
    : connections_{std::make_unique<Connections>(url, readers)}
{
}

Db::~Db() = default;

std::unique_ptr<Db> open_db(std::string const& url, std::size_t readers)
try {
    return std::make_unique<Db>(url, readers);
} catch (soci::soci_error const&) {
    throw Refusal{
        Refusal::not_found,
        N_("The database cannot be opened. Is its folder, or its server, there?")};
}

Dialect Db::dialect() const noexcept
{
    return connections_->dialect;
}

Reading::Reading(Db& db) : Reading{db, Purpose::read} {}

Reading::Reading(Db& db, Purpose purpose) : db_{&db}, purpose_{purpose}
{
    auto& connections = db.connections();
    if (is_group_member()) {
        connections.writer.begin();
        session_ = &connections.writer.session();
        statements_ = &connections.writer_statements;
        return;
    }
    position_ = connections.lease();
    session_ = &connections.pool.at(position_);
    statements_ = &connections.pool_statements[position_];
    try {
        begin();
    } catch (...) {
        connections.pool.give_back(position_);
        throw;
    }
}

void Reading::begin()
{
    if (dialect() == Dialect::sqlite) {
        return run("BEGIN");
    }
    auto const* const statement =
        purpose_ == Purpose::write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    try {
        run(statement);
    } catch (std::exception const&) {
        // The connection is gone. Nothing has happened on it yet, so a new one may begin.
        db_->connections().reconnect(position_);
        run(statement);
    }
}

Reading::~Reading()
{
    if (!open_) {
        return;
    }
    try {
        finish(purpose_ == Purpose::write ? Ending::roll_back : Ending::commit);
    } catch (...) {
        // A connection that cannot roll back is broken: the next BEGIN on it says so.
    }
}

bool Reading::is_group_member() const
{
    return dialect() == Dialect::sqlite && purpose_ == Purpose::write;
}

void Reading::run(char const* statement)
{
    *session_ << statement;
}

void Reading::finish(Ending ending)
{
    open_ = false;
    auto& connections = db_->connections();
    if (is_group_member()) {
        return ending == Ending::commit ? connections.writer.commit()
                                        : connections.writer.roll_back();
    }
    try {
        run(ending == Ending::commit ? "COMMIT" : "ROLLBACK");
    } catch (...) {
        try {
            run("ROLLBACK");
        } catch (...) {
            // Already rolled back by the database.
        }
        connections.pool.give_back(position_);
        throw;
    }
    connections.pool.give_back(position_);
}

Transaction::Transaction(Db& db) : Reading{db, Purpose::write} {}

void Transaction::commit()
{
    finish(Ending::commit);
}

} // namespace wt::store
