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

/// Whether the places are her usual way, once there are enough to have an order: `in_order`.
Html order_question(FormState const& form, Fields const& draft);

/// How many come, and whether others may join: `party`, `share`.
Html party_questions(FormState const& form, int limit);

/// "When it is dark and quiet" or not: `light`.
Html light_question(FormState const& form);

/// Step-free, language and her own words: `step_free`, `language`, `words`.
Html needs_questions(FormState const& form, std::string const& emergency_number);

/// What a draft says, ready to be checked and sent.
app::WalkWish wish_in(Fields const& draft);

/// What `wish_in` reads of the walk: for a change of it.
void put_wish(Fields& draft, app::WalkWish const& wish);

/// The words that stand for what she answered.
std::string light_in_words(Texts const& t, app::PrivateRequest const& details);
/// The language in itself: "Polski".
std::string language_name(Texts const& t, std::string_view code);
std::string language_in_words(Texts const& t, app::PrivateRequest const& details);
std::string party_in_words(Texts const& t, int party, bool may_share);
Html places_in_words(Texts const& t, app::PrivateRequest const& details);
Html times_in_words(Texts const& t, app::PrivateRequest const& details);

} // namespace wt::web
