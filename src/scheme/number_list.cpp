#include "scheme/number_list.hpp"

#include "scheme/answer.hpp"
#include "scheme/category.hpp"

namespace wt {

namespace {

std::vector<NumberItem> categories()
{
    std::vector<NumberItem> items;
    for (auto const& category : kCategories) {
        items.push_back({std::string{category.code}, title(category.value)});
    }
    return items;
}

std::vector<NumberItem> states()
{
    std::vector<NumberItem> items;
    for (auto const& kind : kAnswerKinds) {
        items.push_back({std::string{kind.code}, title(kind.value)});
    }
    return items;
}

std::vector<NumberItem> verdicts()
{
    std::vector<NumberItem> items;
    for (auto const& verdict : kVerdicts) {
        items.push_back({std::string{verdict.code}, title(verdict.value)});
    }
    items.push_back({"silent", N_("She has not said")});
    return items;
}

} // namespace

Message title(NumberList list)
{
    switch (list) {
    case NumberList::requests:
        return N_("Requests for a walk");
    case NumberList::waits:
        return N_("How long women waited for their walk");
    case NumberList::walks:
        return N_("Walks");
    case NumberList::concerns:
        return N_("What women told us about");
    case NumberList::answers:
        return N_("Answers, in time or late");
    case NumberList::states:
        return N_("What the answers say");
    case NumberList::verdicts:
        return N_("What women say about the answers");
    case NumberList::surveys:
        return N_("How safe women feel walking alone after dark, before their walk and after");
    }
    return N_("Requests for a walk");
}

Message total_title(NumberList list)
{
    switch (list) {
    case NumberList::requests:
        return N_("Requests made in this month");
    case NumberList::waits:
        return N_("Requests walked in this month");
    case NumberList::walks:
        return N_("Walks planned for this month");
    case NumberList::concerns:
        return N_("Concerns raised in this month");
    case NumberList::answers:
        return N_("Concerns due for an answer in this month");
    case NumberList::states:
        return N_("Concerns first answered in this month");
    case NumberList::verdicts:
        return N_("Answers given in this month that a woman was told of");
    case NumberList::surveys:
        return N_("Women who answered both times, the second time in this month");
    }
    return N_("Requests made in this month");
}

std::vector<NumberItem> const& items_of(NumberList list)
{
    static std::vector<NumberItem> const none;
    static std::vector<NumberItem> const of_walks{
        {"held", N_("Held")},
        {"called_away", N_("The officers were called away")},
        {"missed", N_("Nobody came")},
        {"cancelled", N_("Cancelled before they began")},
        {"unfinished", N_("Not closed yet")}};
    static auto const of_concerns = categories();
    static std::vector<NumberItem> const of_answers{
        {"in_time", N_("First answer in time")},
        {"late", N_("First answer late")},
        {"waiting", N_("No answer yet")}};
    static auto const of_states = states();
    static auto const of_verdicts = verdicts();
    static std::vector<NumberItem> const of_surveys{
        {"good_both", N_("Felt safe both times")},
        {"became_good", N_("Felt safe only after")},
        {"became_bad", N_("Felt safe only before")},
        {"bad_both", N_("Felt unsafe both times")}};
    switch (list) {
    case NumberList::surveys:
        return of_surveys;
    case NumberList::walks:
        return of_walks;
    case NumberList::concerns:
        return of_concerns;
    case NumberList::answers:
        return of_answers;
    case NumberList::states:
        return of_states;
    case NumberList::verdicts:
        return of_verdicts;
    default:
        return none;
    }
}

} // namespace wt
