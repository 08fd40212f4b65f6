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
    answers,  ///< concerns whose time for an answer ran out in the month: in time or not
    states,   ///< concerns first answered in the month: what the latest answer says
    verdicts, ///< answers of the month that their women were told of: what they say
    surveys,  ///< women who answered before and after, the second time in the month
};

inline constexpr std::array<Named<NumberList>, 8> kNumberLists{{
    {NumberList::requests, "requests"},
    {NumberList::waits, "waits"},
    {NumberList::walks, "walks"},
    {NumberList::concerns, "concerns"},
    {NumberList::answers, "answers"},
    {NumberList::states, "states"},
    {NumberList::verdicts, "verdicts"},
    {NumberList::surveys, "surveys"},
}};

/// What is counted, in plain words.
Message title(NumberList list);
/// What all its items are parts of: the denominator.
Message total_title(NumberList list);

/// A part of what a list counts.
struct NumberItem
{
    std::string code;
    Message title;
};

/// The items of a list, which add up to its total; their codes differ, and from `kTotalItem`.
std::vector<NumberItem> const& items_of(NumberList list);

inline constexpr auto kTotalItem = "total";
/// Of `NumberList::waits`, in whole days; not parts of the total.
inline constexpr auto kMedianItem = "median_days";
inline constexpr auto kNinthDecileItem = "ninth_decile_days";

} // namespace wt
