#include "store/areas.hpp"

#include "geo/area_text.hpp"
#include "store/sql.hpp"

#include <cassert>

namespace wt::store {

std::vector<StoredBcu> list_bcus(Reading& reading)
{
    std::vector<StoredBcu> bcus;
    for (auto& [id, code, name, area] : list_rows<BcuId, std::string, std::string, std::string>(
             reading, "SELECT id, code, name, area FROM bcu ORDER BY name, id")) {
        bcus.push_back({id, std::move(code), std::move(name), read_area_text(area)});
    }
    return bcus;
}

std::vector<StoredWard> list_wards(Reading& reading)
{
    std::vector<StoredWard> wards;
    for (auto& [id, code, name, bcu, area] :
         list_rows<WardId, std::string, std::string, BcuId, std::string>(
             reading, "SELECT id, code, name, bcu_id, area FROM ward ORDER BY name, id")) {
        wards.push_back({id, std::move(code), std::move(name), bcu, read_area_text(area)});
    }
    return wards;
}

std::optional<StoredBcu> find_bcu_by_code(Reading& reading, std::string_view code)
{
    auto row = find_row<BcuId, std::string, std::string>(
        reading, "SELECT id, code, name FROM bcu WHERE code = :code", code);
    if (!row) {
        return std::nullopt;
    }
    auto& [id, found_code, name] = *row;
    return StoredBcu{id, std::move(found_code), std::move(name), {}};
}

std::optional<StoredWard> find_ward_by_code(Reading& reading, std::string_view code)
{
    auto row = find_row<WardId, std::string, std::string, BcuId>(
        reading, "SELECT id, code, name, bcu_id FROM ward WHERE code = :code", code);
    if (!row) {
        return std::nullopt;
    }
    auto& [id, found_code, name, bcu] = *row;
    return StoredWard{id, std::move(found_code), std::move(name), bcu, {}};
}

Put put_bcu(Transaction& tx, StoredBcu const& bcu)
{
    auto const area = area_text(bcu.area);
    if (execute(
            tx,
            "INSERT INTO bcu (code, name, area) VALUES (:code, :name, :area) "
            "ON CONFLICT (code) DO NOTHING",
            bcu.code,
            bcu.name,
            area) == 1) {
        return Put::added;
    }
    bool const is_changed = execute(
                                tx,
                                "UPDATE bcu SET name = :name, area = :area WHERE code = :code "
                                "AND (name <> :old_name OR area <> :old_area)",
                                bcu.name,
                                area,
                                bcu.code,
                                bcu.name,
                                area) == 1;
    return is_changed ? Put::changed : Put::unchanged;
}

Put put_ward(Transaction& tx, StoredWard const& ward)
{
    auto const area = area_text(ward.area);
    if (execute(
            tx,
            "INSERT INTO ward (code, name, bcu_id, area) VALUES (:code, :name, :bcu, :area) "
            "ON CONFLICT (code) DO NOTHING",
            ward.code,
            ward.name,
            ward.bcu,
            area) == 1) {
        return Put::added;
    }
    bool const is_changed =
        execute(
            tx,
            "UPDATE ward SET name = :name, bcu_id = :bcu, area = :area WHERE code = :code "
            "AND (name <> :old_name OR bcu_id <> :old_bcu OR area <> :old_area)",
            ward.name,
            ward.bcu,
            area,
            ward.code,
            ward.name,
            ward.bcu,
            area) == 1;
    return is_changed ? Put::changed : Put::unchanged;
}

} // namespace wt::store
