#pragma once

#include "app/app.hpp"
#include "base/interval.hpp"
#include "scheme/role.hpp"

#include <optional>

namespace wt::app {

/// A walk of the demonstration that was held.
struct DemoWalk
{
    WalkId id;
    Interval time;
    Person officer; ///< one of its two
};

/// On a walk an officer is told of a crime. \pre the clock stands within it
void tell_demo_disclosure(App& app, DemoWalk const& walk);

/// Safeguarding takes on what is new, and records it.
void tend_demo_disclosures(App& app);

/// Two complaints, one for each body: professional standards look into theirs.
void add_demo_complaints(App& app);

} // namespace wt::app
