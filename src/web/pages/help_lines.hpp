#pragma once

#include "scheme/help_line.hpp"
#include "web/html.hpp"
#include "web/texts.hpp"

#include <string>
#include <string_view>

namespace wt::web {

/// `tel:` address of a printed number.
std::string phone_address(std::string_view number);

/// A printed number that calls when it is pressed: an emergency number of the force.
Html phone_link(std::string_view number);

/// One line: name, number and site as links, what it is for.
Html help_line(Texts const& t, HelpLine const& line);

} // namespace wt::web
