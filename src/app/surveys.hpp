#pragma once

#include "app/app.hpp"
#include "app/participant.hpp"
#include "scheme/survey.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wt::app {

/// The choice of each question answered: the question's code, and 0 for the best.
using SurveyChoices = std::vector<std::pair<std::string, int>>;

/// Which survey she can answer for a request of hers: before her walk or after it, once each.
/// Nothing while there is none for her, or when she has answered it.
std::optional<SurveyKind> find_survey(App& app, Participant const& she, RequestId request);

/// Keeps her answers, without anything that leads to her but a keyed hash. What she skipped is
/// not there; all skipped is an answer too, which counts as one without choices.
/// \throws Refusal: conflict, if there is no such survey for her any more; invalid_input, for a
///         question or choice that it has not
void answer_survey(
    App& app,
    Participant const& she,
    RequestId request,
    SurveyKind kind,
    SurveyChoices const& choices);

/// What she answered about a request of hers, for her copy.
struct OwnSurveyAnswer
{
    SurveyKind kind = SurveyKind::before;
    std::string question; ///< its code
    int choice = 0;       ///< 0: the best of its scale
};
std::vector<OwnSurveyAnswer> list_own_survey_answers(App& app, RequestId request);

/// Whether the officer can still answer the survey of a walk that was held.
bool can_answer_survey(App& app, Person const& officer, WalkId walk);

/// The same of an officer who was on a walk that was held.
/// \throws Refusal: forbidden; conflict; invalid_input
void answer_officer_survey(
    App& app, Person const& officer, WalkId walk, SurveyChoices const& choices);

/// Before she is erased: cuts what leads from her requests to her surveys, which stay.
void forget_surveys(App const& app, store::Transaction& tx, ParticipantId participant);

} // namespace wt::app
