#pragma once

// How the files of `store` speak SQL: typed parameters in, typed rows out. SOCI's traps (NULL
// needs an indicator, dynamic rows lose 64-bit integers) end here. Columns and parameters are
// std::int64_t, double, std::string or std::optional of them; parameters are named `:like_this`
// in the text and given in the order of their first appearance, one value for each appearance.

#include "base/id.hpp"
#include "base/time.hpp"
#include "store/db.hpp"
#include "store/statement_cache.hpp"

#include <soci/soci.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace wt::store {

namespace detail {

/// A value on its way in, owned until the statement has run.
template <class Value>
struct Parameter
{
    Value value{};
    soci::indicator indicator = soci::i_ok;
};

inline Parameter<long long> to_parameter(std::int64_t value)
{
    return {value};
}
inline Parameter<long long> to_parameter(int value)
{
    return {value};
}
inline Parameter<long long> to_parameter(bool value)
{
    return {value ? 1 : 0};
}
inline Parameter<double> to_parameter(double value)
{
    return {value};
}
inline Parameter<std::string> to_parameter(std::string_view value)
{
    return {std::string{value}};
}
inline Parameter<std::string> to_parameter(std::string const& value)
{
    return {value};
}
inline Parameter<std::string> to_parameter(char const* value)
{
    return {std::string{value}};
}
inline Parameter<long long> to_parameter(Instant value)
{
    return {to_milliseconds(value)};
}
template <class Tag>
Parameter<long long> to_parameter(Id<Tag> id)
{
    return {id.value};
}
template <class Value>
auto to_parameter(std::optional<Value> const& value)
{
    auto parameter = to_parameter(value.value_or(Value{}));
    parameter.indicator = value ? soci::i_ok : soci::i_null;
    return parameter;
}

/// A column on its way out. NULL is the value-initialized value where the type has no other.
template <class Value>
struct Column
{
    using Raw = std::conditional_t<std::is_integral_v<Value>, long long, Value>;
    Raw value{};
    soci::indicator indicator = soci::i_ok;

    Value take()
    {
        return indicator == soci::i_ok ? static_cast<Value>(std::move(value)) : Value{};
    }
};
template <class Value>
struct Column<std::optional<Value>> : Column<Value>
{
    std::optional<Value> take()
    {
        return this->indicator == soci::i_ok ? std::optional<Value>{Column<Value>::take()}
                                             : std::nullopt;
    }
};
template <class Tag>
struct Column<Id<Tag>> : Column<std::int64_t>
{
    Id<Tag> take() { return {Column<std::int64_t>::take()}; }
};
template <>
struct Column<Instant> : Column<std::int64_t>
{
    Instant take() { return from_milliseconds(Column<std::int64_t>::take()); }
};
template <class Tag>
struct Column<std::optional<Id<Tag>>> : Column<std::int64_t>
{
    std::optional<Id<Tag>> take()
    {
        return indicator == soci::i_ok ? std::optional<Id<Tag>>{{Column<std::int64_t>::take()}}
                                       : std::nullopt;
    }
};
template <>
struct Column<std::optional<Instant>> : Column<std::int64_t>
{
    std::optional<Instant> take()
    {
        return indicator == soci::i_ok
                   ? std::optional<Instant>{from_milliseconds(Column<std::int64_t>::take())}
                   : std::nullopt;
    }
};

template <class Row>
struct ColumnsOf;
template <class... Values>
struct ColumnsOf<std::tuple<Values...>>
{
    using type = std::tuple<Column<Values>...>;
};

/// A statement with the places of its values, prepared on one connection.
template <class Parameters, class Columns>
struct Prepared : StatementCache::Kept
{
    Prepared(soci::session& session, std::string_view text) : statement{session}
    {
        std::apply(
            [this](auto&... column) {
                (statement.exchange(soci::into(column.value, column.indicator)), ...);
            },
            columns);
        std::apply(
            [this](auto&... parameter) {
                (statement.exchange(soci::use(parameter.value, parameter.indicator)), ...);
            },
            parameters);
        statement.alloc();
        statement.prepare(std::string{text});
        statement.define_and_bind();
    }

    Parameters parameters;
    Columns columns;
    soci::statement statement;
};

template <class Value>
void forget(Value& value)
{
    value = 0;
}
inline void forget(std::string& value)
{
    value.clear();
    value.shrink_to_fit();
}
template <class... Places>
void forget_all(std::tuple<Places...>& places)
{
    std::apply([](auto&... place) { (forget(place.value), ...); }, places);
}

/// Runs `action` with the statement of this text, its parameters set.
template <class Columns, class Action, class... Arguments>
void with_statement(
    Reading& reading, std::string_view text, Action const& action, Arguments const&... arguments)
{
    auto parameters = std::make_tuple(to_parameter(arguments)...);
    using Statement = Prepared<decltype(parameters), Columns>;
    auto prepared = reading.statements().take<Statement>(text);
    if (!prepared) {
        prepared = std::make_unique<Statement>(reading.session(), text);
    }
    prepared->parameters = std::move(parameters);
    action(*prepared);
    forget_all(prepared->parameters); // hers, perhaps: not kept for the next use
    forget_all(prepared->columns);
    reading.statements().keep(text, std::move(prepared));
}

/// Calls `consume` with each row, a `std::tuple`, while the query runs.
template <class Row, class Consumer, class... Arguments>
void for_each_row(
    Reading& reading, std::string_view text, Consumer const& consume, Arguments const&... arguments)
{
    with_statement<typename ColumnsOf<Row>::type>(
        reading,
        text,
        [&](auto& prepared) {
            prepared.statement.execute(false);
            while (prepared.statement.fetch()) {
                consume(std::apply(
                    [](auto&... column) { return Row{column.take()...}; }, prepared.columns));
            }
        },
        arguments...);
}

} // namespace detail

/// Runs a statement that returns nothing. \returns how many rows it changed.
template <class... Arguments>
std::int64_t execute(Transaction& tx, std::string_view text, Arguments const&... arguments)
{
    std::int64_t changed = 0;
    detail::with_statement<std::tuple<>>(
        tx,
        text,
        [&](auto& prepared) {
            prepared.statement.execute(true);
            changed = prepared.statement.get_affected_rows();
        },
        arguments...);
    return changed;
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
inline std::string
is_among(Reading& reading, std::string_view column, std::string_view parameter = "ids")
{
    auto const name = ":" + std::string{parameter};
    return std::string{column} +
           (reading.dialect() == Dialect::sqlite
                ? " IN (SELECT value FROM json_each('[' || " + name + " || ']'))"
                : " = ANY (CAST('{' || " + name + " || '}' AS bigint[]))");
}

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
