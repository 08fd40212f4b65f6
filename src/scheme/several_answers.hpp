#pragma once

#include "base/field_errors.hpp"
#include "scheme/answer.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Several concerns answered at one time: each answer says first what is so at its own place, then
/// what holds for all of them. No sentence stands for a place at which nobody looked.
namespace wt {

/// So many at one time.
inline constexpr std::size_t kMostAtOnce = 20;
/// Characters of what holds for all.
inline constexpr std::size_t kLongestCommon = 300;

/// What is so at one of the places.
struct OwnSentence
{
    std::string field; ///< of the form
    std::string text;
};

/// The public sentence of one of them.
std::string joined_sentence(std::string_view own, std::string_view common);

/// All that is wrong with the sentences themselves: each is of decent length and no other's.
FieldErrors errors_in(std::vector<OwnSentence> const& sentences);

/// What a desk says again and again.
struct AnswerTemplateForm
{
    std::string name;
    AnswerKind kind = AnswerKind::done;
    std::string sentence;
};

/// Characters of a template's name.
inline constexpr std::size_t kLongestTemplateName = 60;

/// All that is wrong with a template, by field (`name`, `sentence`): its sentence may hold neither
/// too little nor too much, nor tell women to change what they do.
FieldErrors errors_in(AnswerTemplateForm const& form);

} // namespace wt
