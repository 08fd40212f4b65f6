#pragma once

#include "web/html.hpp"
#include "web/site.hpp"
#include "web/texts.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Safeguarding pictures to pass on: the art is ours, the words and numbers are the force's.
namespace wt::web {

struct SharePicture
{
    std::string name;               ///< "home": `/help/share/home.svg`
    std::string title;              ///< for the page
    std::vector<std::string> lines; ///< the words of the picture, from the top
    std::string who;                ///< who helps
    std::string number;             ///< as printed, large at the foot
};

/// All of them, in the language of `t`: abuse at home, for children who see it, and for those who
/// cannot speak. One whose number the force has not is left out.
std::vector<SharePicture> list_share_pictures(Site const& site, Texts const& t);

/// The picture as SVG, its words real text.
std::string to_svg(SharePicture const& picture, std::string_view language);

} // namespace wt::web
