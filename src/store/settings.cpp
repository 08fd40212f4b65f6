#include "store/settings.hpp"

#include "store/sql.hpp"

namespace wt::store {

std::map<std::string, std::string> list_settings(Reading& reading, std::optional<BcuId> bcu)
{
    std::map<std::string, std::string> settings;
    // The unit's own rows come last and win.
    for (auto& [name, value] : list_rows<std::string, std::string>(
             reading,
             "SELECT name, value FROM force_setting WHERE bcu_id IN (0, :bcu) ORDER BY bcu_id",
             bcu.value_or(BcuId{}))) {
        settings.insert_or_assign(std::move(name), std::move(value));
    }
    return settings;
}

void put_setting(
    Transaction& tx, std::string_view name, std::string_view value, std::optional<BcuId> bcu)
{
    execute(
        tx,
        "INSERT INTO force_setting (name, bcu_id, value) VALUES (:name, :bcu, :value) "
        "ON CONFLICT (name, bcu_id) DO UPDATE SET value = excluded.value",
        name,
        bcu.value_or(BcuId{}),
        value);
}

} // namespace wt::store
