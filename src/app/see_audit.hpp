#pragma once

#include "app/action.hpp"
#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/audit.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace wt::app {

/// What is wanted of the audit.
struct AuditFilter
{
    std::optional<Action> action{};       ///< of this kind alone
    std::optional<std::int64_t> before{}; ///< where the page before ended
    std::size_t limit = 50;               ///< 1..500
};

/// A page of the audit, newest first.
struct AuditPage
{
    std::vector<store::StoredAudit> rows;
    std::optional<std::int64_t> next; ///< `before` of the next page; nothing on the last one
    bool is_all_sealed = false;       ///< every row is in the chain
};

/// \throws Refusal (forbidden)
AuditPage list_audit(App const& app, Person const& person, AuditFilter const& filter);

} // namespace wt::app
