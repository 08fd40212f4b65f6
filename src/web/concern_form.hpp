#pragma once

#include "app/record_concern.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <string>

/// What everyone who tells of a place is asked, wherever she tells it.
namespace wt::web {

/// \param suffix  after the name of the field, where a page asks more than once
Html category_question(FormState const& state, std::string const& suffix = {});
Html severity_question(FormState const& state, std::string const& suffix = {});
Html felt_question(FormState const& state);

/// Adds what is missing in the answers to the three questions.
void check_choices(Fields const& typed, FieldErrors& errors);

/// Puts the answers into `concern`. \pre `check_choices` found nothing
void take_choices(Fields const& typed, app::NewConcern& concern);

} // namespace wt::web
