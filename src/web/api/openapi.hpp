#pragma once

#include <string>

namespace wt::web::api {

/// The OpenAPI 3.1 document of the API, made from its table of endpoints. The same on every
/// installation.
std::string openapi_text();

} // namespace wt::web::api
