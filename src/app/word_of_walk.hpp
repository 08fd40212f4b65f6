#pragma once

#include "app/app.hpp"
#include "scheme/ids.hpp"

#include <string>
#include <string_view>

namespace wt::app {

/// Two words that the women of a walk and its officers are shown, and nobody else: said at the
/// meeting point, before anything else. They follow from the walk and our key.
std::string word_of_walk(App const& app, WalkId walk);

/// Whether an officer with this collar number is on a walk with this word within a day of now.
/// Answers yes or no to anyone, and nothing more; a collar number can be tried 20 times in ten
/// minutes.
/// \throws Refusal (too_many) beyond that; (invalid_input) if one of them is empty
bool check_officer(App& app, std::string_view collar_number, std::string_view word);

} // namespace wt::app
