#include "store/db.hpp"

#include "base/refusal.hpp"
#include "store/connections.hpp"
#include "store/postgres_address.hpp"

#include <algorithm>

namespace wt::store {

namespace {

constexpr std::string_view kSqlitePrefix = "sqlite:";

void open_sqlite(soci::session& session, std::string const& file)
{
    session.open(soci::sqlite3, "dbname=\"" + file + "\" timeout=5 synchronous=full");
    for (auto const* const pragma :
         {"PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA foreign_keys = ON",
          "PRAGMA secure_delete = ON",
          "PRAGMA busy_timeout = 5000",
          "PRAGMA cache_size = -8000"}) {
        session << pragma;
    }
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
    : dialect{dialect_of(url)}, pool{std::clamp<std::size_t>(readers, 1, 64)}
{
    auto const count = std::clamp<std::size_t>(readers, 1, 64);
    auto const open = [&](soci::session& session) {
        if (dialect == Dialect::sqlite) {
            open_sqlite(session, url.substr(kSqlitePrefix.size()));
        } else {
            session.open(soci::postgresql, postgres_keywords(url));
            session << "SET client_min_messages = warning";
        }
    };
    if (dialect == Dialect::sqlite) {
        open(writer);
    }
    for (std::size_t i = 0; i < count; ++i) {
        open(pool.at(i));
    }
}

Db::Db(std::string const& url, std::size_t readers)
    : connections_{std::make_unique<Connections>(url, readers)}
{
}

Db::~Db() = default;

Dialect Db::dialect() const noexcept
{
    return connections_->dialect;
}

Reading::Reading(Db& db) : Reading{db, Purpose::read} {}

Reading::Reading(Db& db, Purpose purpose)
    : db_{&db}, purpose_{purpose}, position_{0}, session_{nullptr}
{
    auto& connections = db.connections();
    bool const is_sqlite = connections.dialect == Dialect::sqlite;
    bool const writes = purpose == Purpose::write;
    if (is_sqlite && writes) {
        connections.writing.lock();
        session_ = &connections.writer;
    } else {
        position_ = connections.pool.lease();
        session_ = &connections.pool.at(position_);
    }
    try {
        if (writes) {
            *session_ << (is_sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
        } else {
            *session_ << (is_sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
    } catch (...) {
        connections.give_back(writes, position_);
        throw;
    }
}

Reading::~Reading()
{
    if (open_) {
        try {
            finish(purpose_ == Purpose::write ? "ROLLBACK" : "COMMIT");
        } catch (...) {
            // A connection that cannot roll back is broken: the next BEGIN on it says so.
        }
    }
}

void Reading::finish(char const* statement)
{
    open_ = false;
    auto& connections = db_->connections();
    bool const writes = purpose_ == Purpose::write;
    try {
        *session_ << statement;
    } catch (...) {
        try {
            *session_ << "ROLLBACK";
        } catch (...) {
            // Already rolled back by the database.
        }
        connections.give_back(writes, position_);
        throw;
    }
    connections.give_back(writes, position_);
}

Transaction::Transaction(Db& db) : Reading{db, Purpose::write} {}

void Transaction::commit()
{
    finish("COMMIT");
}

} // namespace wt::store
