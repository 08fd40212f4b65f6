#pragma once

#include <string>
#include <string_view>

namespace wt::streets {

/// A name as people type it in a hurry: lower case, Latin letters without their accents (Å, Ŵ),
/// without apostrophes, hyphens and other marks as spaces. Other scripts stay as they are.
/// \param name  well-formed UTF-8
std::string folded(std::string_view name);

} // namespace wt::streets
