#pragma once

#include "app/sign_in.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"

#include <string>
#include <string_view>

namespace wt::web {

/// Opens a session (`app::sign_in`), within what the client may try.
/// \returns its token
/// \throws Refusal: forbidden; too_many
std::string
sign_in_within_limits(Site& site, std::string_view client, app::Credentials const& credentials);

/// Signs the browser in with a fresh session, in place of the one it had, and sends it to `then`
/// if that is a page of ours, else to the first page of her role.
Response begin_session(
    Site& site, Request const& request, std::string_view token, std::string_view then = "");

} // namespace wt::web
