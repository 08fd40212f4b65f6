#include "cli/days.hpp"

#include "base/calendar.hpp"
#include "base/refusal.hpp"

namespace wt::cli {

Day require_day(std::string const& text)
{
    auto const day = find_day(text);
    if (!day) {
        throw Refusal{
            Refusal::invalid_input, {N_("“{1}” is not a date such as 2026-12-02."), {text}}};
    }
    return *day;
}

} // namespace wt::cli
