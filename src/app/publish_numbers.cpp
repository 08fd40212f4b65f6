#include "app/publish_numbers.hpp"

#include "app/count_numbers.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/settings.hpp"
#include "daylight/zone.hpp"
#include "store/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::app {

namespace {

struct DueMonth
{
    Month month = 0;
    Instant due_at;
};

/// The number that the audit keeps of a month.
std::int64_t
seal_of(App const& app, store::NumberRelease const& release, std::vector<store::NumberCell> cells)
{
    std::ranges::sort(cells, {}, [](store::NumberCell const& cell) {
        return std::tie(cell.list, cell.bcu.value, cell.item);
    });
    auto text = fmt::format(
        "numbers {} {} {} {} {}",
        release.month,
        to_milliseconds(release.due_at),
        to_milliseconds(release.released_at),
        to_milliseconds(release.next_due_at),
        release.threshold);
    for (auto const& cell : cells) {
        text += fmt::format(
            "\n{} {} {} {}",
            cell.list,
            cell.bcu.value,
            cell.item,
            cell.value ? std::to_string(*cell.value) : "held back");
    }
    return seal_number(app.keys.hash(store::KeyPurpose::audit, text));
}

/// The month to publish next, if it is due.
std::optional<DueMonth> find_due(App const& app)
{
    auto const [published, begun] = [&] {
        store::Reading reading{app.db};
        auto releases = store::list_number_releases(reading);
        auto const first = releases.empty() ? store::find_first_deed(reading) : std::nullopt;
        return std::pair{std::move(releases), first};
    }();
    if (published.empty() && !begun) {
        return std::nullopt;
    }
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    auto const month = begun ? month_of_day(zone.day_of(*begun)) : published.front().month + 1;
    auto const due_at = begun ? numbers_due_at(app, month) : published.front().next_due_at;
    return due_at <= app.now() ? std::optional{DueMonth{month, due_at}} : std::nullopt;
}

/// \returns false if another machine was faster
bool publish(App& app, Person const& person, DueMonth const& due)
{
    auto const cells = [&] {
        store::Reading reading{app.db};
        return count_numbers(app, reading, due.month, due.due_at);
    }();
    store::NumberRelease release{
        .month = due.month,
        .due_at = due.due_at,
        .released_at = app.now(),
        .next_due_at = numbers_due_at(app, due.month + 1),
        .threshold = app.settings()->publication_threshold};
    release.seal = seal_of(app, release, cells);
    store::Transaction tx{app.db};
    if (!store::insert_numbers(tx, release, cells)) {
        return false;
    }
    record(app, tx, person, Action::publish_numbers, Subject{"numbers", release.seal});
    tx.commit();
    return true;
}

} // namespace

Instant numbers_due_at(App const& app, Month month)
{
    auto const day =
        first_day_of(month + 1) + std::chrono::days{publication_of(app).numbers_day - 1};
    return daylight::require_zone(app.settings()->time_zone).midnight(day);
}

int publish_numbers(App& app, Person const& person)
{
    require_permission(person, Action::publish_numbers);
    int count = 0;
    for (auto due = find_due(app); due; due = find_due(app)) {
        count += publish(app, person, *due) ? 1 : 0;
    }
    return count;
}

std::optional<Month> find_changed_numbers(App& app)
{
    store::Reading reading{app.db};
    std::optional<Month> changed;
    for (auto const& release : store::list_number_releases(reading)) {
        auto const seal = seal_of(app, release, store::list_number_cells(reading, release.month));
        Subject const sealed{"numbers", seal};
        if (seal != release.seal || !is_recorded(reading, Action::publish_numbers, sealed)) {
            changed = release.month;
        }
    }
    return changed;
}

} // namespace wt::app
