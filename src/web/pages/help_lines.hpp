#pragma once

#include "web/html.hpp"
#include "web/texts.hpp"

#include <span>
#include <string_view>

namespace wt::web {

/// Who helps, and how to reach them. Names stay in English; the sentence is translated.
struct HelpLine
{
    std::string_view name;
    std::string_view number; ///< as printed: "0808 2000 247"; empty: by the address alone
    char const* about;       ///< English source of the sentence
    std::string_view website = {};
    bool is_first = false; ///< also named in the footer of every page
};

/// Domestic abuse first, as most abuse happens at home.
std::span<HelpLine const> help_lines();

/// `tel:` address of a printed number.
std::string phone_address(std::string_view number);

/// One line: name, number as a link, what it is for.
Html help_line(Texts const& t, HelpLine const& line);

} // namespace wt::web
