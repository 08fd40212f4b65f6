#include "app/survey_results.hpp"

#include "app/permission.hpp"
#include "store/surveys.hpp"

#include <array>
#include <map>
#include <set>
#include <string>

namespace wt::app {

namespace {

using store::SurveyChoice;

/// May be shown: nobody, or enough people.
bool is_open(std::size_t people, int threshold)
{
    return people == 0 || people >= static_cast<std::size_t>(threshold);
}

std::optional<SurveyShare>
share(std::vector<SurveyChoice> const& choices, SurveyQuestion const& question, int threshold)
{
    SurveyShare share;
    std::set<std::string> good;
    std::set<std::string> others;
    for (auto const& choice : choices) {
        if (choice.question == question.code) {
            bool const is_good = choice.choice < question.good;
            ++share.answered;
            share.good += is_good ? 1 : 0;
            (is_good ? good : others).insert(choice.person);
        }
    }
    if (share.answered == 0 || !is_open(good.size(), threshold) ||
        !is_open(others.size(), threshold)) {
        return std::nullopt;
    }
    share.estimate = share_of(share.good, share.answered);
    return share;
}

std::optional<PairCounts> pairs(
    std::vector<SurveyChoice> const& before,
    std::vector<SurveyChoice> const& after,
    SurveyQuestion const& question,
    int threshold)
{
    std::map<std::string, bool> first;
    for (auto const& choice : before) {
        if (choice.question == question.code) {
            first[choice.pair] = choice.choice < question.good;
        }
    }
    PairCounts counts;
    std::array<std::set<std::string>, 4> people;
    for (auto const& choice : after) {
        auto const found = first.find(choice.pair);
        if (choice.question != question.code || found == first.end()) {
            continue;
        }
        bool const is_good = choice.choice < question.good;
        auto const cell = (found->second ? 0U : 2U) + (is_good ? 0U : 1U);
        people.at(cell).insert(choice.person);
        ++(cell == 0   ? counts.good_both
           : cell == 1 ? counts.became_bad
           : cell == 2 ? counts.became_good
                       : counts.bad_both);
    }
    if (counts.all() == 0) {
        return std::nullopt;
    }
    for (auto const& behind : people) {
        if (!is_open(behind.size(), threshold)) {
            return std::nullopt;
        }
    }
    return counts;
}

SurveyResponse
response(store::Reading& reading, SurveyKind kind, std::optional<BcuId> bcu, int threshold)
{
    auto const replies = store::count_survey_replies(reading, kind, bcu);
    return {
        .asked = replies.asked,
        .answered = replies.answered == 0 || replies.answered >= threshold
                        ? std::optional{replies.answered}
                        : std::nullopt};
}

} // namespace

SurveyResults see_survey_results(App& app, Person const& person, std::optional<BcuId> bcu)
{
    auto const unit = bcu ? bcu : person.bcu; // a desk sees its own unit alone
    require_permission(person, Action::see_surveys, unit);
    auto const threshold = app.settings()->publication_threshold;
    store::Reading reading{app.db};
    SurveyResults results{
        .before = response(reading, SurveyKind::before, unit, threshold),
        .after = response(reading, SurveyKind::after, unit, threshold),
        .officers = response(reading, SurveyKind::officer, unit, threshold),
        .of_women = {},
        .of_officers = {}};
    auto const before = store::list_survey_choices(reading, SurveyKind::before, unit);
    auto const after = store::list_survey_choices(reading, SurveyKind::after, unit);
    for (auto const& question : questions_of(SurveyKind::after)) {
        SurveyResult result{
            .question = question,
            .before = share(before, question, threshold),
            .after = share(after, question, threshold),
            .pairs = pairs(before, after, question, threshold),
            .change = {}};
        if (result.pairs) {
            result.change = paired_change(*result.pairs);
        }
        results.of_women.push_back(std::move(result));
    }
    auto const officers = store::list_survey_choices(reading, SurveyKind::officer, unit);
    for (auto const& question : questions_of(SurveyKind::officer)) {
        results.of_officers.push_back(
            {.question = question,
             .before = share(officers, question, threshold),
             .after = {},
             .pairs = {},
             .change = {}});
    }
    return results;
}

} // namespace wt::app
