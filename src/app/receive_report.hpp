#pragma once

#include "app/app.hpp"
#include "app/what_happened.hpp"
#include "geo/point.hpp"
#include "scheme/category.hpp"
#include "scheme/concern.hpp"
#include "scheme/role.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// What another body's system tells us of a place (Open311). It holds nobody's name or contact, and
/// no words: those of a report belong to no key that she could have erased.
struct Report
{
    Category category = Category::other;
    LatLon place{};
    int severity = 1; ///< 0..kWorstSeverity
    FeltWhen felt = FeltWhen::always;
    std::string external_id{}; ///< the sender's own; empty: each sending is another report
};

/// Who sends with this key: a partner, or nobody.
std::optional<Person> find_reporter(App& app, std::string_view api_key);

/// Records it as a concern with the source "report". The same again under one `external_id` is
/// success, with the same token.
/// \param sender  as `find_reporter` gives it
/// \returns the token with which its sender asks for its public number
/// \throws Refusal: forbidden; invalid_input (outside the area, far from any street, severity);
///         conflict (something else was sent under this id, or there is no map)
std::string receive_report(App& app, Person const& sender, Report const& report);

/// What became of a report.
struct ReceivedReport
{
    std::optional<ConcernId> number; ///< nothing while it may not be listed singly in public
};

/// Nothing if no report has this token.
std::optional<ReceivedReport> find_received_report(App& app, std::string_view token);

} // namespace wt::app
