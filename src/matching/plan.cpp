#include "matching/plan.hpp"

#include <cassert>
#include <tuple>

namespace wt::matching {

namespace {

/// All levels turned so that more is better.
auto levels(Objective const& o)
{
    return std::tuple{
        o.served, o.priority, o.kept, -o.unevenness, o.hours, o.familiarity, -o.travel_and_load};
}

} // namespace

bool is_better(Objective const& a, Objective const& b)
{
    return levels(a) > levels(b);
}

double Plan::gap() const
{
    return bound == 0 ? 0.0
                      : static_cast<double>(bound - objective.served) / static_cast<double>(bound);
}

char const* name(Why why)
{
    switch (why) {
    case Why::first_for_next:
        return "first_for_next";
    case Why::waited_longest:
        return "waited_longest";
    case Why::her_only_time:
        return "her_only_time";
    case Why::best_hour:
        return "best_hour";
    case Why::all_know_the_ward:
        return "all_know_the_ward";
    case Why::all_speak_language:
        return "all_speak_language";
    case Why::shared:
        return "shared";
    }
    assert(false);
    return "";
}

char const* name(WhyNot why_not)
{
    switch (why_not) {
    case WhyNot::party_too_large:
        return "party_too_large";
    case WhyNot::no_hour_offered:
        return "no_hour_offered";
    case WhyNot::window_too_short:
        return "window_too_short";
    case WhyNot::nobody_free:
        return "nobody_free";
    case WhyNot::nobody_knows_ward:
        return "nobody_knows_ward";
    case WhyNot::nobody_speaks_language:
        return "nobody_speaks_language";
    case WhyNot::all_refused:
        return "all_refused";
    case WhyNot::others_first:
        return "others_first";
    }
    assert(false);
    return "";
}

} // namespace wt::matching
