#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/audit.hpp"

namespace wt::app {

/// Whether the audit is as it was written. Linear in its rows. \throws Refusal: forbidden
store::AuditCheck verify_audit(App& app, Person const& person);

} // namespace wt::app
