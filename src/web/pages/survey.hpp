#pragma once

#include "scheme/survey.hpp"
#include "web/form.hpp"
#include "web/pages/shell.hpp"

#include <string>

namespace wt::web {

/// The questions of a survey, each of which can be skipped. A field is named as its question.
Html survey_questions(FormState const& state, SurveyKind kind);

/// The choices that were made, by question; what reads as none is skipped.
std::vector<std::pair<std::string, int>> read_choices(Fields const& form, SurveyKind kind);

} // namespace wt::web
