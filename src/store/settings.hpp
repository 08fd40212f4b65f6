#pragma once

#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <map>
#include <optional>
#include <string>

namespace wt::store {

/// The settings that the force has set, by name; with `bcu`, that unit's own on top.
std::map<std::string, std::string>
list_settings(Reading& reading, std::optional<BcuId> bcu = std::nullopt);

void put_setting(
    Transaction& tx,
    std::string_view name,
    std::string_view value,
    std::optional<BcuId> bcu = std::nullopt);

} // namespace wt::store
