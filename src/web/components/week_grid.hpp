#pragma once

#include "app/times_of_day.hpp"
#include "web/form.hpp"
#include "web/html.hpp"

#include <string>
#include <vector>

namespace wt::web {

/// Days of the week by times of the day as checkboxes `free_times`, with that id on the first.
Html week_grid(FormState const& form, std::string_view legend);

/// The slots that were ticked; what is no slot is left out.
std::vector<app::WeekSlot> slots_in(Fields const& fields);

/// The value of a slot's checkbox: "4-evening".
std::string slot_value(app::WeekSlot const& slot);

/// "Evening", "5pm to 9pm"
std::string title(Texts const& t, app::TimeOfDay time);
std::string hours_in_words(Texts const& t, app::TimeOfDay time);

/// The slots in words, a line per day: "Friday: evening, late evening".
std::vector<std::string> slots_in_words(Texts const& t, std::vector<app::WeekSlot> const& slots);

} // namespace wt::web
