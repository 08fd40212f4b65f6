#pragma once

#include "base/time.hpp"
#include "scheme/category.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <map>
#include <optional>
#include <vector>

/// Who of the desk sees to which concern.
namespace wt::store {

/// To whom new concerns go by themselves.
struct StoredRoute
{
    BcuId bcu;
    std::optional<WardId> ward{};       ///< nothing: every ward
    std::optional<Category> category{}; ///< nothing: every category
    StaffId staff;
};

/// Sets the rule, or replaces that of the same ward and category.
void put_route(Transaction& tx, StoredRoute const& route);

/// \returns false if there is no rule for this ward and category
bool delete_route(Transaction& tx, StoredRoute const& route);

/// By command unit, ward and category.
std::vector<StoredRoute> list_routes(Reading& reading);

/// To whom a new concern goes: by the rule for its ward and category, else for its ward, else for
/// its category, else for the unit. Whoever is suspended or at another desk by now has none.
std::optional<StaffId> find_owner(Reading& reading, BcuId bcu, WardId ward, Category category);

/// Gives a concern to her, or to nobody, if `version` is still the newest. \returns false
/// otherwise.
bool set_owner(Transaction& tx, ConcernId concern, int version, std::optional<StaffId> owner);

/// She is on call until then, instead of what held before; nothing: not any more.
void put_on_call(Transaction& tx, StaffId staff, std::optional<Instant> until);
/// Until when, of everybody who is on call at `now`.
std::map<StaffId, Instant> list_on_call(Reading& reading, Instant now);

} // namespace wt::store
