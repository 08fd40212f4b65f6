#pragma once

#include "app/private_data.hpp"
#include "app/times_of_day.hpp"
#include "web/api/schema.hpp"

/// How values that several resources speak of are written.
namespace wt::web::api {

/// A point as `lat` and `lon`.
Shape<LatLon> const& point_shape();

/// A place that somebody named, or a stop of a walk.
Shape<app::NamedPlace> const& place_shape();

/// A day of the week and a part of it.
Shape<app::WeekSlot> const& slot_shape();
/// The same as it is sent.
Schema sent_slot();
app::WeekSlot slot_in(Json const& json);

/// A point as it is sent.
Schema sent_point(std::string_view about);
LatLon point_in(Json const& json);

/// Where a list goes on: sent back as the parameter `after`.
NamedSchema next_member();

} // namespace wt::web::api
