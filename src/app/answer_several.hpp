#pragma once

#include "app/answer_concern.hpp"
#include "app/public_place.hpp"
#include "scheme/several_answers.hpp"
#include "store/concerns.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Several concerns answered at one time: all of them, or none.
namespace wt::app {

/// What holds for all of them.
struct CommonAnswer
{
    AnswerKind kind = AnswerKind::done;
    std::string sentence{}; ///< follows what is said of each; may be empty
    std::string body{};
    std::optional<Day> due{};
    std::optional<PartnerId> partner{};
};

struct OwnAnswer
{
    ConcernId concern;
    int version = 0; ///< as the desk saw it
    std::string sentence;
};

/// The field of a form in which it is said what is so at this one: `own-ID`.
std::string own_field(ConcernId concern);

/// All that is wrong, by field: `common`, `body`, `due`, and `own_field` of each.
FieldErrors
check_answers(App& app, CommonAnswer const& common, std::vector<OwnAnswer> const& answers);

/// One that can be answered, and where the public sees it.
struct Answerable
{
    store::StoredConcern concern;
    PublicPlace seen;
};

/// Whether the public sees both equally closely, and in one ward where it sees no more than that.
/// Only such concerns are answered at one time: the words that they share would tell of the one
/// that is hidden that it lies where the other does.
bool are_seen_alike(PublicPlace const& one, PublicPlace const& other);

/// Those of `ids`, at most `kMostAtOnce`, that she may answer at one time: what is withdrawn,
/// follows another one, is another unit's, never was or is seen unlike the first is left out.
std::vector<Answerable>
list_answerable(App& app, Person const& person, std::vector<ConcernId> const& ids);

/// Answers each as `answer_concern` does.
/// \throws as that does; (conflict) if they are not, or no longer, seen alike. Nothing is answered
///         then
/// \returns each with its answer, by concern
std::vector<std::pair<ConcernId, AnswerId>> answer_several(
    App& app, Person const& person, CommonAnswer const& common, std::vector<OwnAnswer> answers);

} // namespace wt::app
