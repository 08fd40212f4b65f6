#include "store/statement.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace wt::store {

namespace {

/// Calls `action` with the place of the cell's value. What SOCI makes of it must not leave
/// `action`: it holds a reference to a temporary.
template <class Action>
void with_value(Cell& cell, Action const& action)
{
    switch (cell.type) {
    case CellType::integer:
        return action(cell.integer);
    case CellType::real:
        return action(cell.real);
    case CellType::text:
        return action(cell.text);
    }
}

void clear(Cell& cell)
{
    cell.integer = 0;
    cell.real = 0.0;
    cell.text.clear();
    cell.text.shrink_to_fit();
}

} // namespace

Statement::Statement(
    soci::session& session,
    std::string_view text,
    std::span<Cell const> parameters,
    std::span<CellType const> columns)
    : parameter_indicators_(parameters.size(), soci::i_null),
      column_indicators_(columns.size(), soci::i_null), statement_{session}
{
    for (auto const type : columns) {
        columns_.push_back({.type = type});
    }
    for (auto const& parameter : parameters) {
        parameters_.push_back({.type = parameter.type});
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        with_value(columns_[i], [&](auto& value) {
            statement_.exchange(soci::into(value, column_indicators_[i]));
        });
    }
    for (std::size_t i = 0; i < parameters_.size(); ++i) {
        with_value(parameters_[i], [&](auto& value) {
            statement_.exchange(soci::use(value, parameter_indicators_[i]));
        });
    }
    statement_.alloc();
    statement_.prepare(std::string{text});
    statement_.define_and_bind();
}

bool Statement::fits(std::span<Cell const> parameters, std::span<CellType const> columns) const
{
    return std::ranges::equal(parameters_, parameters, {}, &Cell::type, &Cell::type) &&
           std::ranges::equal(columns_, columns, {}, &Cell::type);
}

void Statement::set(std::span<Cell> parameters)
{
    assert(parameters.size() == parameters_.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        parameter_indicators_[i] = parameters[i].is_null ? soci::i_null : soci::i_ok;
        parameters_[i] = std::move(parameters[i]);
    }
}

std::int64_t Statement::execute()
{
    statement_.execute(true);
    return statement_.get_affected_rows();
}

void Statement::read(std::function<void(std::span<Cell>)> const& consume)
{
    statement_.execute(false);
    while (statement_.fetch()) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            columns_[i].is_null = column_indicators_[i] != soci::i_ok;
        }
        consume(columns_);
    }
}

void Statement::forget()
{
    std::ranges::for_each(parameters_, clear);
    std::ranges::for_each(columns_, clear);
}

std::unique_ptr<Statement> StatementCache::take(std::string_view text)
{
    auto const found = statements_.find(text);
    if (found == statements_.end()) {
        return nullptr;
    }
    auto statement = std::move(found->second);
    statements_.erase(found);
    return statement;
}

void StatementCache::keep(std::string_view text, std::unique_ptr<Statement> statement)
{
    if (statements_.size() >= kLimit) {
        statements_.clear();
    }
    statements_.insert_or_assign(std::string{text}, std::move(statement));
}

} // namespace wt::store
