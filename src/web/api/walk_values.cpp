#include "web/api/walk_values.hpp"

#include "base/calendar.hpp"
#include "web/api/values.hpp"

namespace wt::web::api {

Schema walk_state()
{
    return one_of(kWalkStates, "Where the walk stands.");
}

Schema place_state()
{
    return one_of(kPlaceStates, "How her place on it stands.");
}

Shape<store::WalkOfficer> const& officer_shape()
{
    static Shape<store::WalkOfficer> const shape{
        "Officer",
        "An officer on a walk.",
        {{"id", id_text("Her number here."), [](auto const& it) { return id_json(it.id); }},
         {"name", text("What she is called."), [](auto const& it) { return it.public_name; }},
         {"collar_number", text("On her shoulder."), [](auto const& it) {
              return it.collar_number;
          }}}};
    return shape;
}

Shape<Way> const& way_shape()
{
    static Shape<Way> const shape{
        "Way",
        "Where to meet and where it goes.",
        {{"meeting",
          place_shape().schema(),
          [](auto const& it) { return place_shape().write(it.route->meeting); }},
         {"stops",
          list_of(place_shape().schema(), "In the order of the walk."),
          [](auto const& it) { return place_shape().write_all(it.route->stops); }},
         {"line",
          list_of(point_shape().schema(), "Along the streets, from the meeting point and back."),
          [](auto const& it) { return point_shape().write_all(it.route->line); }},
         {"directions",
          list_of(text("A sentence."), "The same in words."),
          [](auto const& it) {
              Json words = Json::array();
              for (auto const& direction : it.route->directions) {
                  words.push_back((*it.texts)(direction));
              }
              return words;
          }},
         {"metres", number("Its length.", 0, 100'000), [](auto const& it) {
              return it.route->metres;
          }}}};
    return shape;
}

Shape<store::StoredWalk> const& walk_shape()
{
    static Shape<store::StoredWalk> const shape{
        "Walk",
        "A walk, without anything about the women.",
        {{"id", id_text("Its number."), [](auto const& it) { return id_json(it.id); }},
         {"bcu", id_text("The command unit."), [](auto const& it) { return id_json(it.bcu); }},
         {"ward", id_text("The ward."), [](auto const& it) { return id_json(it.ward); }},
         {"from", moment("When it begins."), [](auto const& it) { return iso_text(it.time.from); }},
         {"to", moment("When it ends."), [](auto const& it) { return iso_text(it.time.to); }},
         {"state", walk_state(), [](auto const& it) { return code_in(kWalkStates, it.state); }},
         {"officers", list_of(officer_shape().schema(), "At least two."), [](auto const& it) {
              return officer_shape().write_all(it.officers);
          }}}};
    return shape;
}

} // namespace wt::web::api
