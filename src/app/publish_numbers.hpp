#pragma once

#include "app/app.hpp"
#include "scheme/month.hpp"
#include "scheme/role.hpp"

#include <cstdint>
#include <optional>

namespace wt::app {

/// Publishes the numbers of every month that is due and not published yet, oldest first, each in a
/// transaction of its own with its audit row. A month is due on the day `numbers_day` of the month
/// after; which day that is was fixed when the month before it was published, so that nobody can
/// put off a date that has been announced. What was due while the program did not run is published
/// now, with both dates. The first month is the one in which the audit begins.
///
/// Safe on several machines at once, and to repeat.
/// \param person  the system: no role can publish, delay or change numbers
/// \returns how many months were published here
/// \throws Refusal (forbidden)
int publish_numbers(App& app, Person const& person);

/// The moment at which the numbers of a month are due if nothing else was announced.
Instant numbers_due_at(App const& app, Month month);

/// A month whose numbers are not as they were published, or of which the audit knows nothing; the
/// oldest of them. Nothing if all are.
std::optional<Month> find_changed_numbers(App& app);

} // namespace wt::app
