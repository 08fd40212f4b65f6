#include "app/places.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/csv.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/places.hpp"
#include "streets/name_fold.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::app {

namespace {

constexpr std::size_t kMostFound = 10;
constexpr std::size_t kLongestName = 200;

std::string search_key(std::string_view text)
{
    auto key = streets::folded(text);
    std::erase(key, ' ');
    return key;
}

/// The place of a line, or what is wrong with it.
std::optional<store::StoredPlace>
find_place(CsvTable const& table, CsvTable::Row const& row, ImportResult& result)
{
    bool const is_postcode = table.has_column("postcode");
    auto const name = table.cell(row, is_postcode ? "postcode" : "name");
    auto const lat = find_number(table.cell(row, "lat"));
    auto const lon = find_number(table.cell(row, "lon"));
    auto const key = search_key(name);
    if (key.empty() || count_characters(name) > kLongestName) {
        result.add_fault(row.line, N_("A name has 1 to 200 characters."));
    } else if (!lat || !lon || !is_valid({*lat, *lon})) {
        result.add_fault(
            row.line, N_("The columns lat and lon must be degrees, -90 to 90 and -180 to 180."));
    } else {
        return store::StoredPlace{std::string{name}, key, {*lat, *lon}, is_postcode};
    }
    return std::nullopt;
}

} // namespace

ImportResult import_places(App& app, Person const& person, std::istream& file)
{
    require_permission(person, Action::import_places);
    CsvTable const table{file};
    if (!table.has_column("postcode")) {
        table.require_columns({"name"});
    }
    table.require_columns({"lat", "lon"});
    ImportResult result;
    store::Transaction tx{app.db};
    for (auto const& row : table.rows()) {
        auto const place = find_place(table, row, result);
        if (place && result.faults.empty()) {
            result.count(store::put_place(tx, *place));
        }
    }
    if (result.faults.empty()) {
        record(app, tx, person, Action::import_places, Subject{});
        tx.commit();
    }
    return result;
}

void replace_places_of_map(store::Transaction& tx, std::vector<streets::NamedPlace> const& places)
{
    std::vector<store::StoredPlace> stored;
    for (auto const& place : places) {
        auto key = search_key(place.name);
        if (key.empty() || count_characters(place.name) > kLongestName) {
            continue;
        }
        if (place.is_station) {
            key += "station"; // found by either: a search holds the beginning of the key
        }
        stored.push_back(
            {fmt::format("{} ({})", place.name, place.street), std::move(key), place.meeting});
    }
    store::replace_places_of_map(tx, stored);
}

std::vector<FoundPlace> search_places(App const& app, std::string_view text)
{
    if (!is_clean_utf8(text) || text.size() > kLongestName) {
        return {};
    }
    auto const key = search_key(text);
    if (count_characters(key) < 2) {
        return {};
    }
    store::Reading reading{app.db};
    std::vector<FoundPlace> found;
    for (auto& place : store::list_places_by_key(reading, key, kMostFound)) {
        found.push_back({std::move(place.name), place.point});
    }
    return found;
}

} // namespace wt::app
