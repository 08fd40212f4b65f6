#pragma once

#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"

#include <string_view>

namespace wt::web {

/// Signs the browser in with a fresh session, in place of the one it had, and sends it to `then`
/// if that is a page of ours, else to the first page of her role.
Response begin_session(
    Site& site, Request const& request, std::string_view token, std::string_view then = "");

} // namespace wt::web
