#include "store/numbers.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace wt::store {

namespace {

std::vector<NumberRelease> list_where(Reading& reading, std::string_view condition_and_order)
{
    std::vector<NumberRelease> releases;
    for (auto const& row : list_rows<Month, Instant, Instant, Instant, int, std::int64_t>(
             reading,
             fmt::format(
                 "SELECT month, due_at, released_at, next_due_at, threshold, seal "
                 "FROM number_release {}",
                 condition_and_order))) {
        releases.push_back(std::make_from_tuple<NumberRelease>(row));
    }
    return releases;
}

} // namespace

bool insert_numbers(
    Transaction& tx, NumberRelease const& release, std::vector<NumberCell> const& cells)
{
    auto const added = execute(
        tx,
        "INSERT INTO number_release (month, due_at, released_at, next_due_at, threshold, seal) "
        "VALUES (:month, :due, :released, :next, :threshold, :seal) "
        "ON CONFLICT (month) DO NOTHING",
        release.month,
        release.due_at,
        release.released_at,
        release.next_due_at,
        release.threshold,
        release.seal);
    if (added == 0) {
        return false;
    }
    for (auto const& cell : cells) {
        execute(
            tx,
            "INSERT INTO number_cell (month, list, bcu_id, item, value) "
            "VALUES (:month, :list, :bcu, :item, :value)",
            release.month,
            cell.list,
            cell.bcu,
            cell.item,
            cell.value);
    }
    return true;
}

std::vector<NumberRelease> list_number_releases(Reading& reading)
{
    return list_where(reading, "ORDER BY month DESC");
}

std::optional<NumberRelease> find_number_release(Reading& reading, Month month)
{
    auto const releases = list_where(reading, fmt::format("WHERE month = {}", month));
    return releases.empty() ? std::nullopt : std::optional{releases.front()};
}

std::vector<NumberCell> list_number_cells(Reading& reading, Month month)
{
    std::vector<NumberCell> cells;
    for (auto& [list, bcu, item, value] :
         list_rows<std::string, BcuId, std::string, std::optional<std::int64_t>>(
             reading,
             "SELECT list, bcu_id, item, value FROM number_cell WHERE month = :month",
             month)) {
        cells.push_back({std::move(list), bcu, std::move(item), value});
    }
    std::ranges::sort(cells, {}, [](NumberCell const& cell) {
        return std::tie(cell.list, cell.bcu.value, cell.item);
    });
    return cells;
}

std::map<Month, std::vector<NumberCell>> list_force_number_cells(Reading& reading, Month first)
{
    std::map<Month, std::vector<NumberCell>> cells;
    for (auto& [month, list, item, value] :
         list_rows<Month, std::string, std::string, std::optional<std::int64_t>>(
             reading,
             "SELECT month, list, item, value FROM number_cell "
             "WHERE bcu_id = 0 AND month >= :first",
             first)) {
        cells[month].push_back({std::move(list), BcuId{}, std::move(item), value});
    }
    return cells;
}

std::optional<Instant> find_first_deed(Reading& reading)
{
    return find_value<std::optional<Instant>>(reading, "SELECT min(at) FROM audit")
        .value_or(std::nullopt);
}

} // namespace wt::store
