#pragma once

#include "app/app.hpp"
#include "scheme/answer_clock.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"

#include <optional>

namespace wt::app {

/// The calendar day in the force's time zone.
Day today(App const& app);

/// The Monday of its week.
Day monday_of(Day day);

/// How long a concern has waited. \param latest  its latest answer, if it has one
ClockStatus clock_of(
    App const& app,
    store::StoredConcern const& concern,
    std::optional<store::StoredAnswer> const& latest);

} // namespace wt::app
