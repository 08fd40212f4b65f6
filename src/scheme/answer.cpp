#include "scheme/answer.hpp"

#include "base/text.hpp"

namespace wt {

namespace {

constexpr std::size_t kLongestBody = 120;

bool is_force(std::string_view body, std::string_view force_name)
{
    return to_lower(trimmed(body)) == to_lower(trimmed(force_name));
}

void check_sentence(FieldErrors& errors, std::string_view text)
{
    constexpr auto kField = "sentence";
    auto const sentence = trimmed(text);
    if (!is_clean_utf8(sentence)) {
        errors.add(kField, N_("The sentence holds characters that cannot be read."));
        return;
    }
    auto const length = count_characters(sentence);
    if (length < kShortestSentence) {
        errors.add(
            kField,
            {N_("Write at least {1} characters that say what changed, or why not."),
             {std::to_string(kShortestSentence)}});
    }
    if (length > kLongestSentence) {
        errors.add(
            kField, {N_("Write at most {1} characters."), {std::to_string(kLongestSentence)}});
    }
    if (auto const phrase = find_blaming_phrase(sentence)) {
        errors.add(kField, blaming_message(*phrase));
    }
}

/// What to say if no body is named, or the force where another body is needed.
Message missing_body(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::referred:
        return N_("Name the body that it was passed to.");
    case AnswerKind::planned:
        return N_("Name who will do it.");
    default:
        return N_("Name the body whose task it is.");
    }
}

void check_body(FieldErrors& errors, AnswerForm const& form, std::string_view force_name)
{
    constexpr auto kField = "body";
    auto const body = trimmed(form.body);
    bool const must_be_other =
        form.kind == AnswerKind::referred || form.kind == AnswerKind::not_ours;
    bool const must_be_named = must_be_other || form.kind == AnswerKind::planned;
    if (!is_clean_utf8(body)) {
        errors.add(kField, N_("The name holds characters that cannot be read."));
    } else if (count_characters(body) > kLongestBody) {
        errors.add(kField, {N_("Write at most {1} characters."), {std::to_string(kLongestBody)}});
    } else if (must_be_named && body.empty()) {
        errors.add(kField, missing_body(form.kind));
    } else if (must_be_other && is_force(body, force_name)) {
        errors.add(kField, N_("Name another body than the force itself."));
    }
}

void check_due(FieldErrors& errors, AnswerForm const& form, Day today)
{
    constexpr auto kField = "due";
    constexpr std::chrono::days kFurthest{5 * 366};
    if (form.kind != AnswerKind::planned) {
        return;
    }
    if (!form.due) {
        errors.add(kField, N_("Give the date by which it will be done."));
    } else if (*form.due <= today) {
        errors.add(kField, N_("The date must be after today."));
    } else if (*form.due > today + kFurthest) {
        errors.add(kField, N_("The date must be within five years."));
    }
}

} // namespace

Message blaming_message(std::string_view phrase)
{
    return {
        N_("“{1}” tells women to change what they do. Say what changes instead: the place, the "
           "offenders or the police."),
        {std::string{phrase}}};
}

Message title(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::done:
        return N_("Done");
    case AnswerKind::referred:
        return N_("Passed to another body");
    case AnswerKind::planned:
        return N_("Planned");
    case AnswerKind::will_not:
        return N_("Will not be done, and why");
    case AnswerKind::not_ours:
        return N_("Not ours, and whose it is");
    }
    return N_("Done");
}

Message title(AnswerKind kind, Author author)
{
    if (author == Author::partner && kind == AnswerKind::referred) {
        return N_("With another body");
    }
    return title(kind);
}

ConcernState state_after(AnswerKind kind, Author author)
{
    if (author == Author::partner && kind == AnswerKind::not_ours) {
        return ConcernState::open;
    }
    return find_in(kConcernStates, code_in(kAnswerKinds, kind)).value();
}

Message title(Verdict verdict)
{
    switch (verdict) {
    case Verdict::helped:
        return N_("It helped");
    case Verdict::did_not:
        return N_("It did not help");
    case Verdict::not_true:
        return N_("It is not true");
    }
    return N_("It did not help");
}

FieldErrors errors_in(AnswerForm const& form, std::string_view force_name, Day today)
{
    FieldErrors errors;
    check_sentence(errors, form.sentence);
    check_body(errors, form, force_name);
    check_due(errors, form, today);
    return errors;
}

} // namespace wt
