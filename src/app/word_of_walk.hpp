#pragma once

#include "app/app.hpp"
#include "scheme/ids.hpp"

#include <string>
#include <string_view>

namespace wt::app {

/// Two words that the women of a walk and its officers are shown, and nobody else: said at the
/// meeting point, before anything else. They follow from the walk and our key.
std::string word_of_walk(App const& app, WalkId walk);

/// Whether an officer with this collar number is on a walk with this word now (`is_about_now`).
/// Answers yes or no to anyone, and nothing more. In ten minutes a client may try 10 times, and all
/// together 60 times for one collar number (docs/decisions/0004-limits.md).
/// \param client  who asks, as the limit tells clients apart
/// \throws Refusal (too_many) beyond that; (invalid_input) if one of them is empty
bool check_officer(
    App& app, std::string_view client, std::string_view collar_number, std::string_view word);

} // namespace wt::app
