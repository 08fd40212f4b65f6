#pragma once

#include "app/evaluations.hpp"
#include "app/publish_evaluations.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/site.hpp"

#include <string>

/// What the pages of evaluations show.
namespace wt::web {

inline constexpr std::string_view kDeskEvaluationsPath = "/desk/evaluations";
std::string desk_path(EvaluationId evaluation);

Html tag_of(Texts const& t, EvaluationState state);

/// The table for desk and oversight.
Html evaluations_table(
    Site const& site, Texts const& t, std::vector<app::SeenEvaluation> const& evaluations);

/// What is compared, when, and what came out. \param locked  the exact words; may be empty
Html evaluation_facts(
    Site const& site, Texts const& t, app::SeenEvaluation const& seen, std::string const& locked);

/// Approve or refuse.
Html evaluation_decision(FormState const& state, EvaluationId evaluation);

/// When the patrols begin, for how long, and what would matter.
Html evaluation_form(FormState const& state, HotspotId hotspot);

/// The public list.
Html public_evaluations_list(
    Site const& site, Texts const& t, std::vector<app::PublicEvaluation> const& evaluations);

} // namespace wt::web
