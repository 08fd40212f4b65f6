#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// The tables that ordinary backups leave out: those who erase themselves must not be read in old
/// ones. Without her key nothing of hers can be; a subscription is its owner's whole trace.
inline constexpr std::array<std::string_view, 2> kKeyTables{"participant_key", "subscription"};

using LineSink = std::function<void(std::string const&)>;

/// Writes the tables as lines: for each table `{"table": …, "columns": […]}`, then one JSON array
/// per row. The same text from either database. Numbers keep every bit; the order of the rows is
/// that of the database.
void dump_tables(Reading& reading, std::vector<std::string> const& tables, LineSink const& sink);

/// What `dump_tables` writes for an ordinary backup: every table but `kKeyTables`.
std::vector<std::string> list_backup_tables();

/// Puts lines of `dump_tables` back, in their order. Begin a new one for each file.
class TableLoader
{
public:
    explicit TableLoader(Transaction& tx);
    ~TableLoader();
    TableLoader(TableLoader const&) = delete;
    TableLoader& operator=(TableLoader const&) = delete;

    /// \throws Refusal (invalid_input) if the line is none of `dump_tables` for this schema.
    void load(std::string const& line);

    [[nodiscard]] std::int64_t rows() const noexcept { return rows_; }

private:
    class Insertion;

    Transaction& tx_;
    std::unique_ptr<Insertion> insertion_;
    std::int64_t rows_ = 0;
};

/// Where backups were written, as absolute paths of whatever machine wrote them.
void put_backup_folder(Transaction& tx, std::string_view folder);
std::vector<std::string> list_backup_folders(Reading& reading);

/// A text that differs between any two schemas.
std::string schema_digest(Reading& reading);

/// \throws Refusal (conflict) unless every table is empty but the installation's own sealed keys,
///         which are then removed: those of the backup take their place.
void require_empty_for_restore(Transaction& tx);

/// Lets the numbers that the database counts up go on after those that were restored.
void restart_counters(Transaction& tx);

/// The keys of the installation, each under the master key.
std::vector<std::string> list_installation_keys(Reading& reading);

/// Women who are not erased but whose key is missing.
std::vector<ParticipantId> list_participants_without_key(Reading& reading);

} // namespace wt::store
