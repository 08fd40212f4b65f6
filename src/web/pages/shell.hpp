#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"

#include <string>
#include <vector>

namespace wt::web {

/// Whose page it is: decides the links in the header.
enum class Audience
{
    everyone,
    participant,
    officer,
    desk,
    safeguarding,
    partner,
    oversight,
    admin,
    standards
};

struct Page
{
    std::string title;  ///< without the product's name
    Html content;       ///< the main part, with its own h1
    Html before{};      ///< back link or breadcrumbs, above the main part
    std::string path{}; ///< where a GET shows it, if `Request::page_path` does not know
    Audience audience = Audience::everyone;
    bool has_errors = false; ///< the title then starts with "Error: "
    bool has_map = false;    ///< loads the map's script and style
    bool is_wide = false;    ///< tables and maps; else text of a readable width
    bool has_exit = true;    ///< the "Exit this page" button
};

/// The whole document around a page.
Html page_shell(Site const& site, Request const& request, Page const& page);

/// `page_shell` as a response.
Response show(Site const& site, Request const& request, Page const& page, int status = 200);

} // namespace wt::web
