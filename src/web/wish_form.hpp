#pragma once

#include "app/ask_for_walk.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/place_picker.hpp"
#include "web/site.hpp"

#include <string>

/// The questions about a walk, as they stand both on the pages that ask for one and on the page
/// that changes what was asked. The draft keeps the answers under the names of the fields.
namespace wt::web {

/// Where she would like to walk, meeting place first.
PlacePicker const& walk_places();

/// "When it is dark and quiet" or not: `light`.
Html light_question(FormState const& form);

/// Step-free, language and her own words: `step_free`, `language`, `words`.
Html needs_questions(FormState const& form);

/// What a draft says, ready to be checked and sent.
app::WalkWish wish_in(Fields const& draft);

/// The part of a draft that a request fills: for a change of it.
void put_details(Fields& draft, app::PrivateRequest const& details);

/// The words that stand for what she answered.
std::string light_in_words(Texts const& t, app::PrivateRequest const& details);
std::string language_in_words(Texts const& t, std::string_view code);
Html places_in_words(std::vector<app::NamedPlace> const& places);
Html times_in_words(Texts const& t, app::PrivateRequest const& details);

} // namespace wt::web
