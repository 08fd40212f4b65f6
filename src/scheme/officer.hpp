#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wt {

/// A collar number in the one form in which it is kept and looked up: capital letters and digits,
/// 1..12 of them, whatever spaces, dots or hyphens were typed between.
/// \returns nothing if `typed` is none
std::optional<std::string> find_collar_number(std::string_view typed);

} // namespace wt
