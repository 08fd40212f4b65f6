#pragma once

#include "app/private_data.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/request.hpp"
#include "web/site.hpp"

#include <cstddef>
#include <vector>

/// Choosing places on any page that keeps a draft: search, choose one of a list, add another; or
/// tap the map. Works the same without JavaScript. In the draft the places are `place`, and what
/// was searched for last is `search`.
namespace wt::web {

struct PlacePicker
{
    char const* search_label = ""; ///< translated by the picker
    char const* search_hint = "";
    char const* another_label = ""; ///< instead of `search_label` once a place is chosen
    char const* first_note = "";    ///< beside the first place: "You meet here"; may be empty
    std::size_t most = 5;
};

std::vector<app::NamedPlace> places_in(Fields const& draft);
void put_places(Fields& draft, std::vector<app::NamedPlace> const& places);

/// The place at a point that somebody shows: the nearest street's name, or the point in numbers.
app::NamedPlace place_at(Site const& site, LatLon point);

/// What became of the buttons of the picker.
struct Picked
{
    bool is_press = false; ///< one of its buttons was pressed: show the page again
    FieldErrors errors{};
};

/// Takes what was typed into the draft: a search, a choice, a point on the map, a removal. A place
/// that is chosen but not yet added is added whatever button was pressed.
Picked take_places(Site const& site, PlacePicker const& picker, Fields const& typed, Fields& draft);

/// The places so far, the search, what it found, and the map: part of a form of the page.
/// \param draft     the places, and what was searched for
/// \param map_href  where the same page shows a map (`wants_map`); empty: it shows one already
Html place_picker(
    Site const& site,
    PlacePicker const& picker,
    FormState const& form,
    Fields const& draft,
    std::string_view map_href);

/// Whether the page was asked for with a map, which is loaded only then: `?map=1`.
bool wants_map(Request const& request);

/// The address for `map_href`: nothing if the map is there already.
std::string map_href_of(Request const& request);

} // namespace wt::web
