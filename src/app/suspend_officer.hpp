#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/roster.hpp"

#include <cstddef>

namespace wt::app {

/// Takes an officer off the scheme at once: off every walk to come, whose women are told neutrally
/// and are first for the next date; off every day on duty; and out of her account. All of it
/// happens together.
/// \returns how many walks were called off
/// \throws Refusal (not_found) if there is no such officer in the person's reach; (conflict) if
///         she is suspended already, or on a walk right now
std::size_t suspend_officer(App& app, Person const& person, OfficerId officer);

/// The same of an officer that was found, within a transaction; permission and audit are the
/// caller's.
std::size_t suspend_within(App& app, store::Transaction& tx, store::StoredOfficer const& officer);

/// Lets her sign in and walk again, on the days of her shifts.
/// \throws Refusal (not_found) if there is no such officer in the person's reach; (conflict) if
///         she is not suspended
void reinstate_officer(App& app, Person const& person, OfficerId officer);
void reinstate_within(App& app, store::Transaction& tx, store::StoredOfficer const& officer);

} // namespace wt::app
