#pragma once

#include "web/api/schema.hpp"

namespace wt::web::api {

/// A FeatureCollection (RFC 7946) as `GeoJsonWriter` writes it.
Schema geojson_schema(std::string_view about);

} // namespace wt::web::api
