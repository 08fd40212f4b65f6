#pragma once

#include "store/cell.hpp"

#include <soci/soci.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wt::store {

/// A statement with the places of its values, prepared on one connection. The types of the values
/// are data: there is one such class, however many kinds of rows are read.
class Statement
{
public:
    /// \param parameters  of the types that every later run gives
    Statement(
        soci::session& session,
        std::string_view text,
        std::span<Cell const> parameters,
        std::span<CellType const> columns);
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;

    /// Whether it was prepared for values of these types.
    [[nodiscard]] bool
    fits(std::span<Cell const> parameters, std::span<CellType const> columns) const;

    /// Moves the values in. \pre fits(parameters, …)
    void set(std::span<Cell> parameters);
    /// \returns how many rows it changed
    std::int64_t execute();
    /// Calls `consume` with each row while the query runs; the cells may be moved from.
    void read(std::function<void(std::span<Cell>)> const& consume);
    /// Lets go of all values: hers, perhaps, and not kept for the next use.
    void forget();

private:
    // SOCI keeps the addresses of these.
    std::vector<Cell> parameters_;
    std::vector<soci::indicator> parameter_indicators_;
    std::vector<Cell> columns_;
    std::vector<soci::indicator> column_indicators_;
    soci::statement statement_;
};

/// The prepared statements of one connection, by their text: a database reads and plans a text
/// once. A statement is taken out while it runs, so one that runs within itself is prepared a
/// second time, and one that failed is never met again.
class StatementCache
{
public:
    /// \returns null where none of this text is kept
    std::unique_ptr<Statement> take(std::string_view text);
    void keep(std::string_view text, std::unique_ptr<Statement> statement);
    void clear() { statements_.clear(); }

private:
    static constexpr std::size_t kLimit = 256;

    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::unordered_map<std::string, std::unique_ptr<Statement>, Hash, std::equal_to<>> statements_;
};

} // namespace wt::store
