#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/concerns.hpp"
#include "store/owners.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// Somebody of a desk.
struct Colleague
{
    StaffId id;
    std::string name;
    std::optional<Instant> on_call_until{}; ///< nothing: not on call
};

/// Who sees to a concern, and who could.
struct Owners
{
    std::optional<Colleague> owner; ///< nobody: anybody
    /// Of the same desk, those on call first, then by name; herself, too, if it is not hers.
    std::vector<Colleague> others;
};

/// \throws Refusal (not_found); (forbidden) for another unit's
Owners list_owners(App& app, Person const& person, ConcernId concern);

/// Gives a concern to a colleague of the same desk, to oneself or to nobody.
/// \param version  of the concern as she saw it
/// \throws Refusal (not_found); (forbidden); (invalid_input) if `to` is not at this desk or is
///         suspended; (conflict) if the concern has changed or was withdrawn
void hand_over_concern(
    App& app, Person const& person, ConcernId concern, int version, std::optional<StaffId> to);

/// The longest that somebody is on call at one time, in hours.
inline constexpr int kLongestOnCall = 24;

/// She is on call for so many hours from now, instead of what held before; 0: not any more.
/// \throws Refusal: forbidden; invalid_input for less than 0 or more than `kLongestOnCall`
void go_on_call(App& app, Person const& desk, int hours);

/// Until when she is; nothing: she is not. \throws Refusal: forbidden
std::optional<Instant> find_on_call(App& app, Person const& desk);

/// A rule by which new concerns go to somebody, as it is written.
struct RouteText
{
    std::string bcu;        ///< code
    std::string ward{};     ///< code; empty: every ward
    std::string category{}; ///< code; empty: every category
    std::string staff{};    ///< sign-in name; "nobody": no rule any more
};

/// \throws Refusal: forbidden; not_found (unit, ward, staff, or the rule that is to go);
///         invalid_input (no such category, a ward of another unit, somebody who is not of its
///         desk)
void set_route(App& app, Person const& person, RouteText const& route);

/// In the order of units, wards and categories. \throws Refusal: forbidden
std::vector<RouteText> list_routes(App& app, Person const& person);

} // namespace wt::app
