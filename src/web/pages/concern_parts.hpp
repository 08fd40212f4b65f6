#pragma once

#include "app/public_place.hpp"
#include "scheme/answer.hpp"
#include "scheme/answer_clock.hpp"
#include "web/list_address.hpp"
#include "web/site.hpp"
#include "web/texts.hpp"

#include <optional>
#include <string>

/// What the desk's and the public pages of concerns share.
namespace wt::web {

Html tag_of(Texts const& t, ConcernState state);
/// Only while the clock is late; else nothing.
Html late_tag(Texts const& t, ClockStatus clock);

/// "Camden Street, Camberwell", as far as the street and the ward are told.
std::string place_in_words(
    Site const& site,
    Texts const& t,
    std::optional<std::string> const& street,
    std::optional<WardId> ward,
    BcuId bcu);

/// What the public sees of a concern, for who writes its public sentence.
Html public_view_of(
    Site const& site,
    Texts const& t,
    store::StoredConcern const& concern,
    app::PublicPlace const& seen);

/// What an answer says in public.
struct AnswerWords
{
    AnswerKind kind;
    std::string sentence;
    std::string body;
    std::optional<Day> due;
    Instant answered_at;
    std::optional<Verdict> verdict;
    Author author = Author::staff;
    store::AnswerPlace place{};
};

/// What an answer is, in plain words.
std::string
answer_title(Texts const& t, AnswerKind kind, Author author, store::AnswerPlace const& place);

/// The sentence as a paragraph, struck out with the day where it was corrected or taken back;
/// nothing for the entry that takes another one back.
Html answer_sentence(
    Site const& site, Texts const& t, std::string_view sentence, store::AnswerPlace const& place);

/// One answer of a history, with her verdict on it.
Html answer_item(Site const& site, Texts const& t, AnswerWords const& answer);

template <class Answer>
Html answer_history(Site const& site, Texts const& t, std::vector<Answer> const& answers)
{
    Html items;
    for (auto const& answer : answers) {
        items += answer_item(
            site,
            t,
            {answer.kind,
             answer.sentence,
             answer.body,
             answer.due,
             answer.answered_at,
             answer.verdict,
             answer.author(),
             answer.place});
    }
    return html<R"(<ol class="wt-answers">{}</ol>)">(items);
}

/// The choices above a list of concerns.
struct ConcernFilter
{
    std::string_view path;
    ConcernChoice chosen{};
    bool has_bcu = false;       ///< the command unit can be chosen too
    bool has_withdrawn = false; ///< what was taken back can be chosen
    bool has_owner = false;     ///< whose can be chosen
};
Html concern_filter(Site const& site, Texts const& t, ConcernFilter const& filter);

} // namespace wt::web
