#pragma once

#include "base/field_errors.hpp"
#include "base/named.hpp"
#include "base/time.hpp"
#include "scheme/concern.hpp"

#include <optional>
#include <string>

namespace wt {

/// What became of a concern, in public.
enum class AnswerKind
{
    done,     ///< what was done
    referred, ///< to a named body
    planned,  ///< by a named owner, until a date
    will_not, ///< with the reason
    not_ours, ///< and whose it is
};

inline constexpr std::array<Named<AnswerKind>, 5> kAnswerKinds{{
    {AnswerKind::done, "done"},
    {AnswerKind::referred, "referred"},
    {AnswerKind::planned, "planned"},
    {AnswerKind::will_not, "will_not"},
    {AnswerKind::not_ours, "not_ours"},
}};

/// In plain words, for a form or a list.
Message title(AnswerKind kind);

/// Who gave an answer.
enum class Author
{
    staff,
    partner, ///< a body outside the force
};

/// In plain words, for the public history: a partner that says "referred" has it now, or another
/// one.
Message title(AnswerKind kind, Author author);

/// Where a concern stands after such an answer. A partner that says "not ours" closes nothing: the
/// concern is open again, for the desk, and its clock goes on.
ConcernState state_after(AnswerKind kind, Author author = Author::staff);

/// Her word on an answer, kept apart from what the staff say.
enum class Verdict
{
    helped,
    did_not,
    not_true, ///< what the answer says is not so
};

inline constexpr std::array<Named<Verdict>, 3> kVerdicts{{
    {Verdict::helped, "helped"},
    {Verdict::did_not, "did_not"},
    {Verdict::not_true, "not_true"},
}};

Message title(Verdict verdict);

/// True if the concern is open again after it.
constexpr bool reopens(Verdict verdict)
{
    return verdict != Verdict::helped;
}

/// An answer as the desk wrote it.
struct AnswerForm
{
    AnswerKind kind = AnswerKind::done;
    std::string sentence; ///< public
    std::string body;     ///< who did it, has it, or says no; empty for the force where it may be
    std::optional<Day> due{};
};

/// Characters of a public sentence, spaces at its ends not counted.
inline constexpr std::size_t kShortestSentence = 20;
inline constexpr std::size_t kLongestSentence = 600;

/// All that is wrong with an answer, by field (`sentence`, `body`, `due`): its sentence is of
/// decent length, clean text, and tells nobody to change what she does; a referral names another
/// body than the force, a plan its owner and a date after `today`, "not ours" whose it is.
FieldErrors errors_in(AnswerForm const& form, std::string_view force_name, Day today);

/// The first phrase in `sentence` that tells women to change what they do, as it stands in the
/// list of phrases; nothing if there is none. Letter case, line breaks, kinds of apostrophe and
/// punctuation make no difference; part of a word is no match.
std::optional<std::string_view> find_blaming_phrase(std::string_view sentence);

/// What to say of such a phrase.
Message blaming_message(std::string_view phrase);

} // namespace wt
