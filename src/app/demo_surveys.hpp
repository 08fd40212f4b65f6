#pragma once

#include "app/app.hpp"
#include "app/demo_women.hpp"

#include <cstddef>
#include <vector>

namespace wt::app {

/// Of the women of a demonstration, those who answer surveys do: three of four, each what her
/// place in the list says. Nothing happens where none is open. \pre within the demonstration's time
void answer_demo_surveys(App& app, std::vector<DemoWoman> const& women);

/// An officer answers the questions about a walk that was held; `turn` decides what.
void answer_demo_survey(App& app, Person const& officer, WalkId walk, std::size_t turn);

} // namespace wt::app
