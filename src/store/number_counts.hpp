#pragma once

#include "base/interval.hpp"
#include "scheme/ids.hpp"
#include "scheme/month.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// Things of one kind, counted: where, what they are, and whom they are from.
struct NumberRow
{
    BcuId bcu;
    std::string item;   ///< code as in `items_of`; empty: the list has none
    std::string person; ///< empty: nobody is known to be behind them
    std::int64_t count = 1;
    bool is_report = false; ///< told without meeting anyone
    std::int64_t value = 0; ///< of waits: milliseconds
};

using NumberSink = std::function<void(NumberRow const&)>;

/// Requests made in the interval, by participant.
void count_requests(Reading& reading, Interval span, NumberSink const& sink);

/// Places on which a woman walked, of walks that were held and began in the interval, with the
/// time from her request to the walk.
void count_waits(Reading& reading, Interval span, NumberSink const& sink);

/// Walks that were to begin in the interval. A further woman on a walk comes as a row with the
/// count 0.
void count_walks(Reading& reading, Interval span, NumberSink const& sink);

/// Concerns raised in the month and not withdrawn.
void count_concerns(Reading& reading, Month month, NumberSink const& sink);

/// The concerns of a unit raised on one day, and the moment at which an answer is late.
struct AnswerDeadline
{
    BcuId bcu;
    std::int64_t raised_day = 0; ///< since 1970
    Instant late_from;
};

/// Concerns raised on those days and not withdrawn: whether their first answer came in time, late,
/// or not before `until`.
void count_answers(
    Reading& reading,
    std::vector<AnswerDeadline> const& deadlines,
    Instant until,
    NumberSink const& sink);

/// Concerns whose first answer was given in the interval: what their latest before `until` says.
void count_states(Reading& reading, Interval span, Instant until, NumberSink const& sink);

/// Answers given in the interval to concerns of women who can read them, with the verdicts given
/// before `until`.
void count_verdicts(Reading& reading, Interval span, Instant until, NumberSink const& sink);

} // namespace wt::store
