#pragma once

#include "app/plan_walks.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/site.hpp"

#include <string>

/// The week's plan, drawn.
namespace wt::web {

/// Why a walk is where it is in the plan, and why a request is not in it: for the desk.
Message sentence(matching::Why why);
Message sentence(matching::WhyNot why_not);

/// Which days to plan; fields `first-…` and `last-…`.
Html plan_question(FormState const& state);

/// The walks of a plan, who is left out and why, and how good it can be at most.
Html plan_view(Site const& site, Texts const& t, app::WalkPlan const& plan);

/// Tells two plans apart: their times, officers and requests.
std::string checksum_of(app::WalkPlan const& plan);

} // namespace wt::web
