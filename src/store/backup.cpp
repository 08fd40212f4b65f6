#include "store/backup.hpp"

#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/migrations.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

namespace wt::store {

namespace {

using Json = nlohmann::json;

struct TableColumn
{
    std::string name;
    CellType type = CellType::text;
};

CellType type_of(std::string_view declared)
{
    if (declared == "INTEGER" || declared == "bigint") {
        return CellType::integer;
    }
    if (declared == "REAL" || declared == "double precision") {
        return CellType::real;
    }
    return CellType::text;
}

std::vector<TableColumn> list_columns(Reading& reading, std::string const& table)
{
    auto const* const query =
        reading.dialect() == Dialect::sqlite
            ? "SELECT name, type FROM pragma_table_info(:table) ORDER BY cid"
            : "SELECT column_name::text, data_type::text FROM information_schema.columns "
              "WHERE table_schema = current_schema() AND table_name = :table "
              "ORDER BY ordinal_position";
    std::vector<TableColumn> columns;
    for (auto const& [name, type] : list_rows<std::string, std::string>(reading, query, table)) {
        columns.push_back({name, type_of(type)});
    }
    return columns;
}

/// The column as text that keeps every bit: SQLite's own cast of a REAL keeps only 15 digits.
std::string as_text(TableColumn const& column, Dialect dialect)
{
    if (dialect == Dialect::sqlite && column.type == CellType::real) {
        return fmt::format(
            "CASE WHEN {0} IS NULL THEN NULL ELSE printf('%!.17g', {0}) END", column.name);
    }
    return fmt::format("CAST({} AS TEXT)", column.name);
}

Json to_json(std::string const& text, CellType type)
{
    switch (type) {
    case CellType::integer:
        return std::strtoll(text.c_str(), nullptr, 10);
    case CellType::real:
        return std::strtod(text.c_str(), nullptr);
    case CellType::text:
        break;
    }
    return text;
}

void dump_table(Reading& reading, std::string const& table, LineSink const& sink)
{
    auto const columns = list_columns(reading, table);
    Json names = Json::array();
    std::vector<std::string> expressions;
    for (auto const& column : columns) {
        names.push_back(column.name);
        expressions.push_back(as_text(column, reading.dialect()));
    }
    sink(Json{{"table", table}, {"columns", names}}.dump());

    std::vector<CellType> const types(columns.size(), CellType::text);
    detail::read_cells(
        reading,
        fmt::format("SELECT {} FROM {}", fmt::join(expressions, ", "), table),
        {},
        types,
        [&](std::span<Cell> cells) {
            Json row = Json::array();
            for (std::size_t i = 0; i < cells.size(); ++i) {
                row.push_back(cells[i].is_null ? Json{} : to_json(cells[i].text, columns[i].type));
            }
            sink(row.dump());
        });
}

[[noreturn]] void refuse_line()
{
    throw Refusal{Refusal::invalid_input, N_("This file is not a backup that can be restored.")};
}

} // namespace

/// An INSERT into one table.
class TableLoader::Insertion
{
public:
    Insertion(Transaction& tx, std::string const& table, std::vector<std::string> const& names)
        : tx_{tx}
    {
        auto const known = list_columns(tx, table);
        std::vector<std::string> holes;
        for (auto const& name : names) {
            // Only names that the table has go into the statement.
            auto const column = std::ranges::find(known, name, &TableColumn::name);
            if (column == known.end()) {
                refuse_line();
            }
            holes.push_back(fmt::format(":v{}", holes.size()));
            types_.push_back(column->type);
        }
        text_ = fmt::format(
            "INSERT INTO {} ({}) VALUES ({})",
            table,
            fmt::join(names, ", "),
            fmt::join(holes, ", "));
    }

    void insert(Json const& row)
    {
        if (row.size() != types_.size()) {
            refuse_line();
        }
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < types_.size(); ++i) {
            cells.push_back(to_cell(row[i], types_[i]));
        }
        detail::execute_cells(tx_, text_, cells);
    }

private:
    static Cell to_cell(Json const& json, CellType type)
    {
        if (json.is_null()) {
            return {.type = type};
        }
        switch (type) {
        case CellType::integer:
            return detail::to_cell(json.get<std::int64_t>());
        case CellType::real:
            return detail::to_cell(json.get<double>());
        case CellType::text:
            break;
        }
        return detail::to_cell(json.get<std::string>());
    }

    Transaction& tx_;
    std::string text_;
    std::vector<CellType> types_;
};

void dump_tables(Reading& reading, std::vector<std::string> const& tables, LineSink const& sink)
{
    for (auto const& table : tables) {
        dump_table(reading, table, sink);
    }
}

std::vector<std::string> list_backup_tables()
{
    auto tables = list_tables();
    std::erase_if(tables, [](std::string const& table) {
        return std::ranges::find(kKeyTables, table) != kKeyTables.end();
    });
    return tables;
}

void put_backup_folder(Transaction& tx, std::string_view folder)
{
    execute(
        tx,
        "INSERT INTO backup_folder (folder) VALUES (:folder) ON CONFLICT (folder) DO NOTHING",
        folder);
}

std::vector<std::string> list_backup_folders(Reading& reading)
{
    std::vector<std::string> folders;
    for (auto& [folder] :
         list_rows<std::string>(reading, "SELECT folder FROM backup_folder ORDER BY folder")) {
        folders.push_back(std::move(folder));
    }
    return folders;
}

TableLoader::TableLoader(Transaction& tx) : tx_{tx}
{
    if (tx.dialect() == Dialect::sqlite) {
        execute(tx, "PRAGMA defer_foreign_keys = ON");
    }
}

TableLoader::~TableLoader() = default;

void TableLoader::load(std::string const& line)
{
    try {
        auto const json = Json::parse(line);
        if (json.is_object()) {
            auto const table = json.at("table").get<std::string>();
            if (std::ranges::find(list_tables(), table) == list_tables().end()) {
                refuse_line();
            }
            insertion_ = std::make_unique<Insertion>(
                tx_, table, json.at("columns").get<std::vector<std::string>>());
            return;
        }
        if (!json.is_array() || !insertion_) {
            refuse_line();
        }
        insertion_->insert(json);
        ++rows_;
    } catch (Json::exception const&) {
        refuse_line();
    }
}

std::string schema_digest(Reading& reading)
{
    std::string text;
    for (auto const& [name, digest] : list_rows<std::string, std::string>(
             reading, "SELECT name, digest FROM schema_migration ORDER BY name")) {
        text += fmt::format("{} {}\n", name, digest);
    }
    return checksum(text);
}

void require_empty_for_restore(Transaction& tx)
{
    for (auto const& table : list_tables()) {
        if (table == "sealed_key") {
            continue;
        }
        if (find_value<std::int64_t>(tx, fmt::format("SELECT 1 FROM {} LIMIT 1", table))) {
            throw Refusal{
                Refusal::conflict,
                N_("The database is not empty. A backup is restored into a new database only.")};
        }
    }
    execute(tx, "DELETE FROM sealed_key");
}

void restart_counters(Transaction& tx)
{
    if (tx.dialect() == Dialect::sqlite) {
        return; // SQLite goes on after the largest number by itself.
    }
    for (auto const& [table, column] : list_rows<std::string, std::string>(
             tx,
             "SELECT table_name::text, column_name::text FROM information_schema.columns "
             "WHERE table_schema = current_schema() AND is_identity = 'YES'")) {
        find_value<std::int64_t>(
            tx,
            fmt::format(
                "SELECT setval(pg_get_serial_sequence('{0}', '{1}'), "
                "(SELECT coalesce(max({1}), 0) + 1 FROM {0}), false)",
                table,
                column));
    }
}

std::vector<std::string> list_installation_keys(Reading& reading)
{
    std::vector<std::string> keys;
    for (auto& [wrapped] : list_rows<std::string>(reading, "SELECT wrapped FROM sealed_key")) {
        keys.push_back(std::move(wrapped));
    }
    return keys;
}

std::vector<ParticipantId> list_participants_without_key(Reading& reading)
{
    std::vector<ParticipantId> participants;
    for (auto const& [id] : list_rows<ParticipantId>(
             reading,
             "SELECT p.id FROM participant p WHERE p.erased_at IS NULL AND NOT EXISTS "
             "(SELECT 1 FROM participant_key k WHERE k.participant_id = p.id) ORDER BY p.id")) {
        participants.push_back(id);
    }
    return participants;
}

} // namespace wt::store
