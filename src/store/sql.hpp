#pragma once

// How the files of `store` speak SQL: typed parameters in, typed rows out. SOCI's traps (NULL
// needs an indicator, dynamic rows lose 64-bit integers) end here. Columns and parameters are
// std::int64_t, double, std::string or std::optional of them; parameters are named `:like_this`
// in the text and given in the order of their first appearance, one value for each appearance.

#include "base/id.hpp"
#include "base/time.hpp"
#include "store/db.hpp"

#include <soci/soci.h>

#include <cstdint>
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

/// A column on its way out.
template <class Value>
struct Column
{
    using Raw = std::conditional_t<std::is_integral_v<Value>, long long, Value>;
    Raw value{};
    soci::indicator indicator = soci::i_ok;

    Value take() { return static_cast<Value>(std::move(value)); }
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

template <class... Values, class Consumer, class... Arguments>
void for_each_row(
    Reading& reading, std::string_view text, Consumer const& consume, Arguments const&... arguments)
{
    auto parameters = std::make_tuple(to_parameter(arguments)...);
    std::tuple<Column<Values>...> columns;
    soci::statement statement{reading.session()};
    std::apply(
        [&](auto&... column) {
            (statement.exchange(soci::into(column.value, column.indicator)), ...);
        },
        columns);
    std::apply(
        [&](auto&... parameter) {
            (statement.exchange(soci::use(parameter.value, parameter.indicator)), ...);
        },
        parameters);
    statement.alloc();
    statement.prepare(std::string{text});
    statement.define_and_bind();
    statement.execute(false);
    while (statement.fetch()) {
        consume(std::apply(
            [](auto&... column) { return std::tuple<Values...>{column.take()...}; }, columns));
    }
}

} // namespace detail

/// Runs a statement that returns nothing. \returns how many rows it changed.
template <class... Arguments>
std::int64_t execute(Transaction& tx, std::string_view text, Arguments const&... arguments)
{
    auto parameters = std::make_tuple(detail::to_parameter(arguments)...);
    soci::statement statement{tx.session()};
    std::apply(
        [&](auto&... parameter) {
            (statement.exchange(soci::use(parameter.value, parameter.indicator)), ...);
        },
        parameters);
    statement.alloc();
    statement.prepare(std::string{text});
    statement.define_and_bind();
    statement.execute(true);
    return statement.get_affected_rows();
}

/// All rows, in the order of the query.
template <class... Values, class... Arguments>
std::vector<std::tuple<Values...>>
list_rows(Reading& reading, std::string_view text, Arguments const&... arguments)
{
    std::vector<std::tuple<Values...>> rows;
    detail::for_each_row<Values...>(
        reading,
        text,
        [&](auto&& row) { rows.push_back(std::forward<decltype(row)>(row)); },
        arguments...);
    return rows;
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

} // namespace wt::store
