#include "web/api/values.hpp"

namespace wt::web::api {

namespace {

Schema latitude()
{
    return number("Degrees north, WGS 84.", -90, 90);
}

Schema longitude()
{
    return number("Degrees east, WGS 84.", -180, 180);
}

Schema weekday()
{
    return whole_number("0 is Monday, 6 Sunday.", 0, 6);
}

Schema time_of_day()
{
    return one_of(
        app::kTimesOfDay,
        "By the clock of the force: early 5 to 8, day 8 to 17, evening 17 to 21, late 21 to 24.");
}

} // namespace

Shape<LatLon> const& point_shape()
{
    static Shape<LatLon> const shape{
        "Point",
        "A place on the earth.",
        {{"lat", latitude(), [](LatLon const& point) { return point.lat; }},
         {"lon", longitude(), [](LatLon const& point) { return point.lon; }}}};
    return shape;
}

Shape<app::NamedPlace> const& place_shape()
{
    static Shape<app::NamedPlace> const shape{
        "Place",
        "A place with what it is called.",
        {{"name", text("A street, a postcode, a park."), [](auto const& it) { return it.label; }},
         {"lat", latitude(), [](auto const& it) { return it.point.lat; }},
         {"lon", longitude(), [](auto const& it) { return it.point.lon; }}}};
    return shape;
}

Shape<app::WeekSlot> const& slot_shape()
{
    static Shape<app::WeekSlot> const shape{
        "WeekSlot",
        "A part of a day of every week.",
        {{"weekday", weekday(), [](auto const& slot) { return slot.weekday; }},
         {"time", time_of_day(), [](auto const& slot) {
              return code_in(app::kTimesOfDay, slot.time);
          }}}};
    return shape;
}

Schema sent_slot()
{
    return object_of(
        "A part of a day of every week.", {{"weekday", weekday()}, {"time", time_of_day()}}, true);
}

app::WeekSlot slot_in(Json const& json)
{
    return {
        .weekday = json.at("weekday").get<int>(),
        .time = find_in(app::kTimesOfDay, json.at("time").get<std::string>()).value()};
}

Schema sent_point(std::string_view about)
{
    return object_of(about, {{"lat", latitude()}, {"lon", longitude()}}, true);
}

LatLon point_in(Json const& json)
{
    return {json.at("lat").get<double>(), json.at("lon").get<double>()};
}

NamedSchema next_member()
{
    return {
        "next", text("Where the list goes on: send it as `after`. Left out at its end."), false};
}

} // namespace wt::web::api
