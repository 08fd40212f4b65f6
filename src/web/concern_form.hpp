#pragma once

#include "app/record_concern.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

/// What everyone who tells of a place is asked, wherever she tells it.
namespace wt::web {

Html category_question(FormState const& state);
Html severity_question(FormState const& state);
Html felt_question(FormState const& state);

/// Adds what is missing in the answers to the three questions.
void check_choices(Fields const& typed, FieldErrors& errors);

/// Puts the answers into `concern`. \pre `check_choices` found nothing
void take_choices(Fields const& typed, app::NewConcern& concern);

} // namespace wt::web
