#include "app/evaluation_text.hpp"

#include "base/calendar.hpp"

#include <fmt/format.h>

namespace wt::app {

std::vector<store::HotspotSegment> compared_segments(store::Reading& reading, HotspotId place)
{
    auto const hotspot = store::find_hotspot(reading, place);
    return store::list_hotspot_segments(reading, place, hotspot.value().first_day);
}

std::string lock_text(store::Reading& reading, store::StoredEvaluation const& evaluation)
{
    auto const family = store::find_hotspot(reading, evaluation.treated).value().family;
    auto text = fmt::format(
        "evaluation {}\n"
        "outcome women who said that they feel unsafe ({}), each once in a segment and span\n"
        "before {} to {}\n"
        "patrols {} to {}\n"
        "matters a fall of {} percent\n"
        "seen a fall of {} percent\n"
        "control drawn by seed {} below severity {}\n",
        evaluation.id.value,
        code_in(kHotspotFamilies, family),
        iso_text(evaluation.base_day()),
        iso_text(evaluation.first_day - std::chrono::days{1}),
        iso_text(evaluation.first_day),
        iso_text(evaluation.end_day() - std::chrono::days{1}),
        evaluation.fall,
        evaluation.smallest_fall ? std::to_string(*evaluation.smallest_fall) : "no",
        evaluation.seed,
        evaluation.minimum_severity);
    auto const add = [&](std::string_view role, HotspotId place) {
        text += fmt::format("{} {}\n", role, place.value);
        for (auto const& [segment, street] : compared_segments(reading, place)) {
            text += fmt::format(
                "  way {} at {} {} of map {}\n",
                segment.way,
                segment.midpoint.lat,
                segment.midpoint.lon,
                segment.network_version);
        }
    };
    add("patrols at", evaluation.treated);
    add("control", evaluation.control);
    return text + fmt::format("salt {}\n", evaluation.salt);
}

std::string
result_text(store::StoredEvaluation const& evaluation, store::StoredEvaluationResult const& result)
{
    return fmt::format(
        "result of evaluation {} locked as {}\n"
        "published {}\n"
        "patrols at {} before, {} after\n"
        "control {} before, {} after\n"
        "counts {}\n"
        "visits {} of {} minutes, {} astray\n"
        "finding {}\n",
        evaluation.id.value,
        evaluation.fingerprint,
        iso_text(result.published_day),
        result.treated_before,
        result.treated_after,
        result.control_before,
        result.control_after,
        result.may_show_counts ? "shown" : "held back",
        result.visits,
        result.minutes,
        result.visits_astray,
        code_in(kFindings, result.finding));
}

} // namespace wt::app
