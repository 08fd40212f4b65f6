#include "app/priorities.hpp"

#include "base/calendar.hpp"
#include "scheme/month.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace wt::app {

void Priorities::add(
    std::string const& ward, PublicConcern const& concern, daylight::Zone const& zone)
{
    auto& issue = wards_[ward][concern.category];
    issue.first_month =
        issue.concerns == 0 ? concern.month : std::min(issue.first_month, concern.month);
    ++issue.concerns;
    bool const is_newer =
        concern.latest && (!issue.answered_at || *issue.answered_at < concern.latest->answered_at);
    if (is_newer) {
        issue.action = concern.latest->sentence;
        issue.answered_at = concern.latest->answered_at;
        issue.action_date = iso_text(zone.day_of(concern.latest->answered_at)) + "T00:00:00";
    }
}

std::string Priorities::finish() &&
{
    nlohmann::ordered_json document = nlohmann::ordered_json::object();
    for (auto const& [ward, issues] : wards_) {
        auto& list = document[ward] = nlohmann::ordered_json::array();
        for (auto const& [category, issue] : issues) {
            nlohmann::ordered_json entry{
                {"issue",
                 fmt::format(
                     "Women feel unsafe here: {} (told {} times).",
                     title(category).id,
                     issue.concerns)},
                {"issue-date", iso_text(first_day_of(issue.first_month)) + "T00:00:00"}};
            auto const text_or_null = [](std::string const& text) {
                return text.empty() ? nlohmann::ordered_json(nullptr)
                                    : nlohmann::ordered_json(text);
            };
            entry["action"] = text_or_null(issue.action);
            entry["action-date"] = text_or_null(issue.action_date);
            list.push_back(std::move(entry));
        }
    }
    return document.dump(2) + "\n";
}

} // namespace wt::app
