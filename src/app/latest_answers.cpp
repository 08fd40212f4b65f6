#include "app/latest_answers.hpp"

#include <map>

namespace wt::app {

std::vector<std::optional<store::StoredAnswer>>
latest_answers(store::Reading& reading, std::vector<store::StoredConcern> const& concerns)
{
    std::vector<ConcernId> answered;
    for (auto const& concern : concerns) {
        if (concern.answers > 0) {
            answered.push_back(concern.id);
        }
    }
    std::map<ConcernId, store::StoredAnswer> found;
    if (!answered.empty()) {
        for (auto& answer : store::list_latest_answers(reading, answered)) {
            found.emplace(answer.concern, std::move(answer));
        }
    }
    std::vector<std::optional<store::StoredAnswer>> latest;
    latest.reserve(concerns.size());
    for (auto const& concern : concerns) {
        auto const of_it = found.find(concern.id);
        latest.push_back(
            of_it == found.end() ? std::nullopt : std::optional{std::move(of_it->second)});
    }
    return latest;
}

} // namespace wt::app
