#include "scheme/several_answers.hpp"

#include "base/text.hpp"

#include <map>

namespace wt {

std::string joined_sentence(std::string_view own, std::string_view common)
{
    std::string sentence{trimmed(own)};
    if (auto const rest = trimmed(common); !rest.empty()) {
        sentence += ' ';
        sentence += rest;
    }
    return sentence;
}

FieldErrors errors_in(std::vector<OwnSentence> const& sentences)
{
    FieldErrors errors;
    std::map<std::string, int> said;
    for (auto const& sentence : sentences) {
        auto const text = to_lower(trimmed(sentence.text));
        if (!is_clean_utf8(text) || count_characters(text) < kShortestSentence) {
            errors.add(
                sentence.field,
                {N_("Write at least {1} characters about this place alone."),
                 {std::to_string(kShortestSentence)}});
        } else if (++said[text] > 1) {
            errors.add(
                sentence.field,
                N_("Another place has the same sentence. Say what is so at this one."));
        }
    }
    return errors;
}

FieldErrors errors_in(AnswerTemplateForm const& form)
{
    FieldErrors errors;
    auto const name = trimmed(form.name);
    if (name.empty() || !is_clean_utf8(name) || count_characters(name) > kLongestTemplateName) {
        errors.add(
            "name",
            {N_("A name has 1 to {1} characters."), {std::to_string(kLongestTemplateName)}});
    }
    auto const sentence = trimmed(form.sentence);
    if (!is_clean_utf8(sentence) || count_characters(sentence) < kShortestSentence ||
        count_characters(sentence) > kLongestCommon) {
        errors.add(
            "sentence",
            {N_("Write {1} to {2} characters."),
             {std::to_string(kShortestSentence), std::to_string(kLongestCommon)}});
    } else if (auto const phrase = find_blaming_phrase(sentence)) {
        errors.add("sentence", blaming_message(*phrase));
    }
    return errors;
}

} // namespace wt
