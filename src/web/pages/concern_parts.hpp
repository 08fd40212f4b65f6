#pragma once

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
};
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
             answer.author()});
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
};
Html concern_filter(Site const& site, Texts const& t, ConcernFilter const& filter);

} // namespace wt::web
