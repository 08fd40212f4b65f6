#pragma once

// How the files of `store` speak SQL: typed parameters in, typed rows out. SOCI's traps (NULL
// needs an indicator, dynamic rows lose 64-bit integers) end here. Columns and parameters are
// std::int64_t, double, std::string, ids, moments (milliseconds), days (since 1970) or
// std::optional of them; parameters are named `:like_this` in the text and given in the order of
// their first appearance, one value for each appearance.

#include "base/id.hpp"
#include "base/time.hpp"
#include "store/cell.hpp"
#include "store/db.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace wt::store {

namespace detail {

inline Cell to_cell(std::int64_t value)
{
    return {.type = CellType::integer, .is_null = false, .integer = value};
}
inline Cell to_cell(int value)
{
    return to_cell(std::int64_t{value});
}
inline Cell to_cell(bool value)
{
    return to_cell(std::int64_t{value});
}
inline Cell to_cell(double value)
{
    return {.type = CellType::real, .is_null = false, .real = value};
}
inline Cell to_cell(std::string_view value)
{
    return {.type = CellType::text, .is_null = false, .text = std::string{value}};
}
inline Cell to_cell(std::string const& value)
{
    return to_cell(std::string_view{value});
}
inline Cell to_cell(char const* value)
{
    return to_cell(std::string_view{value});
}
inline Cell to_cell(Instant value)
{
    return to_cell(to_milliseconds(value));
}
inline Cell to_cell(Day day)
{
    return to_cell(std::int64_t{day.time_since_epoch().count()});
}
template <class Tag>
Cell to_cell(Id<Tag> id)
{
    return to_cell(id.value);
}
template <class Value>
Cell to_cell(std::optional<Value> const& value)
{
    auto cell = to_cell(value.value_or(Value{}));
    cell.is_null = !value;
    return cell;
}

template <class Value>
struct Optional : std::false_type
{
};
template <class Value>
struct Optional<std::optional<Value>> : std::true_type
{
};

template <class Value>
constexpr CellType cell_type()
{
    if constexpr (Optional<Value>::value) {
        return cell_type<typename Value::value_type>();
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return CellType::text;
    } else {
        return std::is_floating_point_v<Value> ? CellType::real : CellType::integer;
    }
}

/// The value of a column. NULL is the value-initialized value where the type has no other.
template <class Value>
Value take(Cell& cell)
{
    if (cell.is_null) {
        return Value{};
    }
    if constexpr (Optional<Value>::value) {
        return take<typename Value::value_type>(cell);
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return std::move(cell.text);
    } else if constexpr (std::is_same_v<Value, Instant>) {
        return from_milliseconds(cell.integer);
    } else if constexpr (std::is_same_v<Value, Day>) {
        return Day{std::chrono::days{cell.integer}};
    } else if constexpr (std::is_floating_point_v<Value>) {
        return cell.real;
    } else if constexpr (std::is_integral_v<Value>) {
        return static_cast<Value>(cell.integer);
    } else {
        return Value{cell.integer};
    }
}

/// A row as the tuple that it is read as.
template <class Row>
struct RowReader;
template <class... Values>
struct RowReader<std::tuple<Values...>>
{
    static constexpr std::array<CellType, sizeof...(Values)> kTypes{cell_type<Values>()...};

    static std::tuple<Values...> read(std::span<Cell> cells)
    {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            return std::tuple<Values...>{take<Values>(cells[I])...};
        }(std::index_sequence_for<Values...>{});
    }
};

/// \returns how many rows it changed
std::int64_t execute_cells(Transaction& tx, std::string_view text, std::span<Cell> parameters);

/// Calls `consume` with each row while the query runs.
void read_cells(
    Reading& reading,
    std::string_view text,
    std::span<Cell> parameters,
    std::span<CellType const> columns,
    std::function<void(std::span<Cell>)> const& consume);

/// Calls `consume` with each row, a `std::tuple`, while the query runs.
template <class Row, class Consumer, class... Arguments>
void for_each_row(
    Reading& reading, std::string_view text, Consumer const& consume, Arguments const&... arguments)
{
    std::array<Cell, sizeof...(Arguments)> parameters{to_cell(arguments)...};
    read_cells(reading, text, parameters, RowReader<Row>::kTypes, [&](std::span<Cell> cells) {
        consume(RowReader<Row>::read(cells));
    });
}

} // namespace detail

/// Runs a statement that returns nothing. \returns how many rows it changed.
template <class... Arguments>
std::int64_t execute(Transaction& tx, std::string_view text, Arguments const&... arguments)
{
    std::array<Cell, sizeof...(Arguments)> parameters{detail::to_cell(arguments)...};
    return detail::execute_cells(tx, text, parameters);
}

/// All rows, each a `Row` (a `std::tuple`), in the order of the query.
template <class Row, class... Arguments>
std::vector<Row>
list_rows_of(Reading& reading, std::string_view text, Arguments const&... arguments)
{
    std::vector<Row> rows;
    detail::for_each_row<Row>(
        reading, text, [&](Row&& row) { rows.push_back(std::move(row)); }, arguments...);
    return rows;
}

/// All rows, in the order of the query.
template <class... Values, class... Arguments>
std::vector<std::tuple<Values...>>
list_rows(Reading& reading, std::string_view text, Arguments const&... arguments)
{
    return list_rows_of<std::tuple<Values...>>(reading, text, arguments...);
}

/// The first row, if there is one.
template <class... Values, class... Arguments>
std::optional<std::tuple<Values...>>
find_row(Reading& reading, std::string_view text, Arguments const&... arguments)
{
    auto rows = list_rows<Values...>(reading, text, arguments...);
    return rows.empty() ? std::nullopt : std::optional{std::move(rows.front())};
}

/// The first column of the first row, if there is one.
template <class Value, class... Arguments>
std::optional<Value>
find_value(Reading& reading, std::string_view text, Arguments const&... arguments)
{
    auto row = find_row<Value>(reading, text, arguments...);
    return row ? std::optional<Value>{std::move(std::get<0>(*row))} : std::nullopt;
}

/// The condition that `column` is one of the ids in a parameter of this name, given by
/// `text_of_ids`: one text for lists of any length, so that the statement is prepared once.
std::string is_among(Reading& reading, std::string_view column, std::string_view parameter = "ids");

template <class Tag>
std::string text_of_ids(std::vector<Id<Tag>> const& ids)
{
    std::string text;
    for (auto const id : ids) {
        text += (text.empty() ? "" : ",") + std::to_string(id.value);
    }
    return text;
}

} // namespace wt::store
