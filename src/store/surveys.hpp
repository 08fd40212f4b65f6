#pragma once

#include "scheme/ids.hpp"
#include "scheme/month.hpp"
#include "scheme/survey.hpp"
#include "store/db.hpp"
#include "store/number_counts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace wt::store {

/// An answered survey. `person` and `pair` are keyed hashes.
struct StoredSurvey
{
    SurveyId id;
    SurveyKind kind = SurveyKind::before;
    BcuId bcu;
    Month month = 0;
    std::string person;
    std::string pair;
    std::vector<std::pair<std::string, int>> choices; ///< by the code of the question, 0 the best
};

/// \returns false, adding nothing, if there is one of this kind and pair.
bool insert_survey(Transaction& tx, StoredSurvey const& survey);

bool has_survey(Reading& reading, SurveyKind kind, std::string_view pair);

/// The choices of a pair: kind, question, choice.
std::vector<std::tuple<SurveyKind, std::string, int>>
list_choices_of(Reading& reading, std::string_view pair);

/// One choice of one person; what she skipped is not there.
struct SurveyChoice
{
    std::string person;
    std::string pair;
    std::string question;
    int choice = 0;
};

/// All choices of a kind, in the unit if one is given.
std::vector<SurveyChoice>
list_survey_choices(Reading& reading, SurveyKind kind, std::optional<BcuId> bcu);

/// How many surveys of a kind were answered, and how many people could have answered one: those
/// who asked for a walk, who walked, and the officers of walks that were held.
struct SurveyReplies
{
    std::int64_t asked = 0;
    std::int64_t answered = 0;
};
SurveyReplies count_survey_replies(Reading& reading, SurveyKind kind, std::optional<BcuId> bcu);

/// Gives a pair and its person other names, so that no key leads from them to anyone.
void rename_survey_pair(
    Transaction& tx, std::string_view pair, std::string_view new_pair, std::string_view new_person);

/// Pairs whose second survey was answered in the month and that answered `question` both times.
/// \param good  the first so many choices are good ones
/// The item is good_both, became_good, became_bad or bad_both.
void count_survey_pairs(
    Reading& reading, Month month, std::string_view question, int good, NumberSink const& sink);

} // namespace wt::store
