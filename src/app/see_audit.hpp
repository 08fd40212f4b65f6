#pragma once

#include "app/action.hpp"
#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/audit.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// What is wanted of the audit.
struct AuditFilter
{
    std::optional<Action> action{};           ///< of this kind alone
    std::optional<Role> role{};               ///< by such alone
    std::optional<std::int64_t> actor_id{};   ///< by this one: staff, participant, partner
    std::optional<std::int64_t> subject_id{}; ///< about this one
    std::optional<Day> first_day{};           ///< in the force's zone
    std::optional<Day> last_day{};            ///< inclusive
    std::optional<std::int64_t> before{};     ///< where the page before ended
    std::size_t limit = 50;                   ///< 1..500
};

/// A page of the audit, newest first.
struct AuditPage
{
    std::vector<store::StoredAudit> rows;
    std::optional<std::int64_t> next; ///< `before` of the next page; nothing on the last one
    bool is_all_sealed = false;       ///< every row is in the chain
};

/// The look is itself in the audit, after what it shows. \throws Refusal (forbidden)
AuditPage list_audit(App const& app, Person const& person, AuditFilter const& filter);

/// The same as a file: lines of CSV, newest row first, a thousand or so with each call; empty after
/// the last. `before` and `limit` of the filter are not looked at. What is added meanwhile is not
/// in it. `app` must outlive what is returned.
/// \throws Refusal (forbidden), here and not later
std::function<std::string()>
export_audit(App const& app, Person const& person, AuditFilter const& filter);

} // namespace wt::app
