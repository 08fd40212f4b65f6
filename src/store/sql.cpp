#include "store/sql.hpp"

#include "store/statement.hpp"

namespace wt::store::detail {

namespace {

/// Runs `action` with the statement of this text, its parameters set.
template <class Action>
void with_statement(
    Reading& reading,
    std::string_view text,
    std::span<Cell> parameters,
    std::span<CellType const> columns,
    Action const& action)
{
    auto statement = reading.statements().take(text);
    if (!statement || !statement->fits(parameters, columns)) {
        statement = std::make_unique<Statement>(reading.session(), text, parameters, columns);
    }
    statement->set(parameters);
    action(*statement);
    statement->forget();
    reading.statements().keep(text, std::move(statement));
}

} // namespace

std::int64_t execute_cells(Transaction& tx, std::string_view text, std::span<Cell> parameters)
{
    std::int64_t changed = 0;
    with_statement(
        tx, text, parameters, {}, [&](Statement& statement) { changed = statement.execute(); });
    return changed;
}

void read_cells(
    Reading& reading,
    std::string_view text,
    std::span<Cell> parameters,
    std::span<CellType const> columns,
    std::function<void(std::span<Cell>)> const& consume)
{
    with_statement(
        reading, text, parameters, columns, [&](Statement& statement) { statement.read(consume); });
}

} // namespace wt::store::detail

namespace wt::store {

std::string is_among(Reading& reading, std::string_view column, std::string_view parameter)
{
    auto const name = ":" + std::string{parameter};
    return std::string{column} +
           (reading.dialect() == Dialect::sqlite
                ? " IN (SELECT value FROM json_each('[' || " + name + " || ']'))"
                : " = ANY (CAST('{' || " + name + " || '}' AS bigint[]))");
}

} // namespace wt::store
