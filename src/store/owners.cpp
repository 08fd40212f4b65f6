#include "store/owners.hpp"

#include "store/sql.hpp"

namespace wt::store {

namespace {

std::string code_of(std::optional<Category> category)
{
    return category ? std::string{code_in(kCategories, *category)} : "";
}

} // namespace

void put_route(Transaction& tx, StoredRoute const& route)
{
    execute(
        tx,
        "INSERT INTO route (bcu_id, ward_id, category, staff_id) "
        "VALUES (:bcu, :ward, :category, :staff) "
        "ON CONFLICT (bcu_id, ward_id, category) DO UPDATE SET staff_id = excluded.staff_id",
        route.bcu,
        route.ward.value_or(WardId{}),
        code_of(route.category),
        route.staff);
}

bool delete_route(Transaction& tx, StoredRoute const& route)
{
    return execute(
               tx,
               "DELETE FROM route WHERE bcu_id = :bcu AND ward_id = :ward AND category = :category",
               route.bcu,
               route.ward.value_or(WardId{}),
               code_of(route.category)) == 1;
}

std::vector<StoredRoute> list_routes(Reading& reading)
{
    std::vector<StoredRoute> routes;
    for (auto const& [bcu, ward, category, staff] : list_rows<BcuId, WardId, std::string, StaffId>(
             reading,
             "SELECT bcu_id, ward_id, category, staff_id FROM route "
             "ORDER BY bcu_id, ward_id, category")) {
        routes.push_back(
            {.bcu = bcu,
             .ward = ward.value == 0 ? std::nullopt : std::optional{ward},
             .category = find_in(kCategories, category),
             .staff = staff});
    }
    return routes;
}

std::optional<StaffId> find_owner(Reading& reading, BcuId bcu, WardId ward, Category category)
{
    return find_value<StaffId>(
        reading,
        "SELECT r.staff_id FROM route r JOIN staff s ON s.id = r.staff_id "
        "WHERE r.bcu_id = :bcu AND r.ward_id IN (0, :ward) AND r.category IN ('', :category) "
        "AND s.suspended_at IS NULL AND s.role = 'desk' AND s.bcu_id = r.bcu_id "
        "ORDER BY CASE WHEN r.ward_id = 0 THEN 1 ELSE 0 END, "
        "CASE WHEN r.category = '' THEN 1 ELSE 0 END LIMIT 1",
        bcu,
        ward,
        code_in(kCategories, category));
}

bool set_owner(Transaction& tx, ConcernId concern, int version, std::optional<StaffId> owner)
{
    return execute(
               tx,
               "UPDATE concern SET owner_id = :owner, version = version + 1 "
               "WHERE id = :id AND version = :version AND state <> 'withdrawn'",
               owner,
               concern,
               version) == 1;
}

void put_on_call(Transaction& tx, StaffId staff, std::optional<Instant> until)
{
    if (!until) {
        execute(tx, "DELETE FROM on_call WHERE staff_id = :id", staff);
        return;
    }
    execute(
        tx,
        "INSERT INTO on_call (staff_id, until) VALUES (:id, :until) "
        "ON CONFLICT (staff_id) DO UPDATE SET until = excluded.until",
        staff,
        *until);
}

std::map<StaffId, Instant> list_on_call(Reading& reading, Instant now)
{
    std::map<StaffId, Instant> until;
    for (auto const& [staff, end] : list_rows<StaffId, Instant>(
             reading, "SELECT staff_id, until FROM on_call WHERE until > :now", now)) {
        until.emplace(staff, end);
    }
    return until;
}

} // namespace wt::store
