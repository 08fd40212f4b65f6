#include "store/places.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

#include <cassert>

namespace wt::store {

namespace {

/// Sorts after every text that begins as `key` does.
std::string end_of_prefix(std::string_view key)
{
    return std::string{key} + "\xF4\x8F\xBF\xBF";
}

std::string identity_of(StoredPlace const& place)
{
    return place.is_unique
               ? place.search_key
               : fmt::format(
                     "{} {:.5f} {:.5f}", place.search_key, place.point.lat, place.point.lon);
}

} // namespace

Put put_place(Transaction& tx, StoredPlace const& place)
{
    auto const identity = identity_of(place);
    if (execute(
            tx,
            "INSERT INTO place (name, identity, search_key, lat, lon) "
            "VALUES (:name, :identity, :key, :lat, :lon) ON CONFLICT (identity) DO NOTHING",
            place.name,
            identity,
            place.search_key,
            place.point.lat,
            place.point.lon) == 1) {
        return Put::added;
    }
    bool const is_changed = execute(
                                tx,
                                "UPDATE place SET name = :name, lat = :lat, lon = :lon "
                                "WHERE identity = :identity "
                                "AND (name <> :old_name OR lat <> :old_lat OR lon <> :old_lon)",
                                place.name,
                                place.point.lat,
                                place.point.lon,
                                identity,
                                place.name,
                                place.point.lat,
                                place.point.lon) == 1;
    return is_changed ? Put::changed : Put::unchanged;
}

void replace_places_of_map(Transaction& tx, std::vector<StoredPlace> const& places)
{
    // Keys are letters and digits, so nothing else has an identity that begins like this.
    execute(tx, "DELETE FROM place WHERE identity LIKE '@%'");
    for (auto const& place : places) {
        execute(
            tx,
            "INSERT INTO place (name, identity, search_key, lat, lon) "
            "VALUES (:name, :identity, :key, :lat, :lon) ON CONFLICT (identity) DO NOTHING",
            place.name,
            "@" + identity_of(place),
            place.search_key,
            place.point.lat,
            place.point.lon);
    }
}

std::vector<StoredPlace>
list_places_by_key(Reading& reading, std::string_view key, std::size_t limit)
{
    assert(!key.empty());
    std::vector<StoredPlace> places;
    for (auto& [name, found_key, identity, lat, lon] :
         list_rows<std::string, std::string, std::string, double, double>(
             reading,
             "SELECT name, search_key, identity, lat, lon FROM place "
             "WHERE search_key >= :key AND search_key < :end "
             "ORDER BY length(search_key), search_key, id LIMIT :limit",
             key,
             end_of_prefix(key),
             static_cast<std::int64_t>(limit))) {
        bool const is_unique = identity == found_key;
        places.push_back({std::move(name), std::move(found_key), {lat, lon}, is_unique});
    }
    return places;
}

} // namespace wt::store
