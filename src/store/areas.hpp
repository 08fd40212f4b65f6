#pragma once

#include "geo/area.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

struct StoredBcu
{
    BcuId id;
    std::string code;
    std::string name;
    MultiPolygon area; ///< may be empty
};

struct StoredWard
{
    WardId id;
    std::string code;
    std::string name;
    BcuId bcu;
    MultiPolygon area; ///< may be empty
};

/// What an import did to a row.
enum class Put
{
    added,
    changed,
    unchanged,
};

/// All command units with their outlines, by name.
std::vector<StoredBcu> list_bcus(Reading& reading);
/// All wards with their outlines, by name.
std::vector<StoredWard> list_wards(Reading& reading);

/// What is not its outline; `area` stays empty.
std::optional<StoredBcu> find_bcu_by_code(Reading& reading, std::string_view code);
std::optional<StoredWard> find_ward_by_code(Reading& reading, std::string_view code);

/// Adds the area, or changes the one with its code, which keeps its id; the id given is ignored.
Put put_bcu(Transaction& tx, StoredBcu const& bcu);
Put put_ward(Transaction& tx, StoredWard const& ward);

} // namespace wt::store
