#pragma once

#include "base/message.hpp"
#include "base/named.hpp"

#include <string>
#include <vector>

namespace wt {

/// The lists of the public numbers of a month.
enum class NumberList
{
    requests, ///< asked for in the month
    waits,    ///< requests that were walked in the month: how long they had waited
    walks,    ///< planned for the month: what became of them
    concerns, ///< raised in the month: what they are about
    answers,  ///< concerns whose time for an answer ran out in the month: in time or not, the state
    verdicts, ///< answers of the month that their women were told of: what they say
    surveys,  ///< women who answered before and after, the second time in the month
};

inline constexpr std::array<Named<NumberList>, 7> kNumberLists{{
    {NumberList::requests, "requests"},
    {NumberList::waits, "waits"},
    {NumberList::walks, "walks"},
    {NumberList::concerns, "concerns"},
    {NumberList::answers, "answers"},
    {NumberList::verdicts, "verdicts"},
    {NumberList::surveys, "surveys"},
}};

/// What is counted, in plain words.
Message title(NumberList list);
/// What all its items are parts of: the denominator.
Message total_title(NumberList list);

/// One way in which a list divides what it counts; the codes of a list differ.
struct NumberItem
{
    std::string code;
    Message title;
    int division = 0; ///< the items of one division add up to the total
};

/// The items of a list, division by division. None of them is `kTotalItem`.
std::vector<NumberItem> const& items_of(NumberList list);

inline constexpr auto kTotalItem = "total";
/// Of `NumberList::waits`, in whole days; not parts of the total.
inline constexpr auto kMedianItem = "median_days";
inline constexpr auto kNinthDecileItem = "ninth_decile_days";

} // namespace wt
