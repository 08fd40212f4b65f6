#pragma once

#include "base/message.hpp"
#include "base/named.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace wt {

/// Whose survey, and when.
enum class SurveyKind
{
    before,  ///< she has asked for a walk
    after,   ///< she has walked; the same questions
    officer, ///< an officer who has walked; questions of their own
};

inline constexpr std::array<Named<SurveyKind>, 3> kSurveyKinds{{
    {SurveyKind::before, "before"},
    {SurveyKind::after, "after"},
    {SurveyKind::officer, "officer"},
}};

/// A question with its choices in the order in which they are printed, the best first. Scales are
/// never mixed: each question keeps its own.
struct SurveyQuestion
{
    std::string_view code;
    std::optional<Message> lead; ///< before the question, shared by several; none for most
    Message text;
    std::vector<Message> choices;
    int good = 2; ///< the first so many choices are the good ones, of which shares are told
};

/// The questions of a survey. Those of women are worded as in the Crime Survey for England and
/// Wales (safety after dark) and the Public Attitude Survey (the police), so that the force can
/// compare them with its own.
std::vector<SurveyQuestion> const& questions_of(SurveyKind kind);

/// What the good choices of a question mean, for a table: "feel very or fairly safe".
Message good_title(SurveyQuestion const& question);

/// The question of which the public numbers tell the course.
inline constexpr std::string_view kSafetyQuestion = "safe_after_dark";

} // namespace wt
