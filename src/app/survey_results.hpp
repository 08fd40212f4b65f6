#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "scheme/statistics.hpp"
#include "scheme/survey.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace wt::app {

/// How many could have answered, and did. Nothing where fewer than the threshold did.
struct SurveyResponse
{
    std::int64_t asked = 0;
    std::optional<std::int64_t> answered;
};

/// The share of good answers to a question at one time.
struct SurveyShare
{
    std::int64_t good = 0;
    std::int64_t answered = 0;
    Estimate estimate;
};

struct SurveyResult
{
    SurveyQuestion question;
    std::optional<SurveyShare> before; ///< for officers: their answers
    std::optional<SurveyShare> after;
    std::optional<PairCounts> pairs; ///< of those who answered it both times
    std::optional<Estimate> change;
};

struct SurveyResults
{
    SurveyResponse before;
    SurveyResponse after;
    SurveyResponse officers;
    std::vector<SurveyResult> of_women;
    std::vector<SurveyResult> of_officers;
};

/// What was answered in a unit, or in the whole force without one. Nothing is there behind which
/// fewer than `publication_threshold` people stand, nor where so few stand on either side of a
/// share (all but three said "good" tells of three).
/// \throws Refusal (forbidden), for a desk outside of its unit
SurveyResults see_survey_results(App& app, Person const& person, std::optional<BcuId> bcu);

} // namespace wt::app
