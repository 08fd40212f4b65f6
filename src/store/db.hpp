#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace soci {
class session;
}

namespace wt::store {

class StatementCache;

/// The two databases that this program runs on.
enum class Dialect
{
    sqlite,
    postgresql
};

/// Which database, from `sqlite:FILE` or `postgresql://…`.
/// \throws Refusal (invalid_input) for anything else.
Dialect dialect_of(std::string_view url);

/// A database and its connections. One per process, shared by all threads.
///
/// SQLite: WAL, foreign keys, synchronous=FULL, secure_delete; one connection writes, so that
/// writers queue in order instead of polling a locked file, and those that queue share a commit.
/// PostgreSQL: a pool for both.
class Db
{
public:
    /// Connects. \param readers connections for reading (and, on PostgreSQL, writing), 1..64.
    explicit Db(std::string const& url, std::size_t readers = 4);
    ~Db();
    Db(Db const&) = delete;
    Db& operator=(Db const&) = delete;

    [[nodiscard]] Dialect dialect() const noexcept;

    class Connections;
    [[nodiscard]] Connections& connections() noexcept { return *connections_; }

private:
    std::unique_ptr<Connections> connections_;
};

/// \throws Refusal (not_found) if the database cannot be opened
std::unique_ptr<Db> open_db(std::string const& url, std::size_t readers);

/// A consistent view of the database for reading. Waits for a free connection, ten seconds at most
/// (Refusal, too_many). A connection that broke is made anew.
class Reading
{
public:
    explicit Reading(Db& db);
    virtual ~Reading();
    Reading(Reading const&) = delete;
    Reading& operator=(Reading const&) = delete;

    [[nodiscard]] Dialect dialect() const noexcept { return db_->dialect(); }
    /// For the files of `store` alone.
    [[nodiscard]] soci::session& session() noexcept { return *session_; }
    [[nodiscard]] StatementCache& statements() noexcept { return *statements_; }

protected:
    enum class Purpose
    {
        read,
        write
    };
    enum class Ending
    {
        commit,
        roll_back
    };
    Reading(Db& db, Purpose purpose);
    void finish(Ending ending);

private:
    /// Whether it writes to SQLite, where writers share commits.
    [[nodiscard]] bool is_group_member() const;
    void begin();
    void run(char const* statement);

    Db* db_;
    Purpose purpose_;
    std::size_t position_ = 0;
    soci::session* session_ = nullptr;
    StatementCache* statements_ = nullptr;
    bool open_ = true;
};

/// Changes that happen together or not at all: rolls back unless committed.
class Transaction : public Reading
{
public:
    explicit Transaction(Db& db);

    /// Makes the changes durable. Deferred constraints are checked here.
    void commit();
};

} // namespace wt::store
