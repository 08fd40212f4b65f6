#pragma once

#include "matching/schedule.hpp"

namespace wt::matching {

/// The finished schedule with its reasons, in the caller's ids; bound and iterations are left to
/// the caller.
Plan explained(Model const& model, Schedule const& schedule);

} // namespace wt::matching
