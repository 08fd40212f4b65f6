#pragma once

#include "web/pages/shell.hpp"

namespace wt::web {

/// A refusal's sentence as a page; here and below for the API as a problem (RFC 9457).
Response refusal_page(Site const& site, Request const& request, int status, Message const& message);

/// The page for 400, 403, 404, 405, 413, 503.
Response error_page(Site const& site, Request const& request, int status);

/// Something broke; she may quote `reference`.
Response broken_page(Site const& site, Request const& request, std::string_view reference);

} // namespace wt::web
