#pragma once

#include "scheme/answer.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::store {

/// One answer of a concern's history. Never changed once stored.
struct StoredAnswer
{
    AnswerId id;
    ConcernId concern;
    int sequence = 0; ///< 1, 2 …
    AnswerKind kind = AnswerKind::done;
    std::string sentence;
    std::string body;
    std::optional<Day> due;
    std::optional<StaffId> staff; ///< exactly one of the two wrote it
    std::optional<PartnerId> partner{};
    Instant answered_at;
    std::optional<Verdict> verdict;      ///< hers
    std::optional<Instant> verdict_at{}; ///< when she gave it

    [[nodiscard]] Author author() const { return partner ? Author::partner : Author::staff; }
};

/// Appends an answer and moves its concern to the state that follows from it, if `version` is
/// still the newest and the concern is not withdrawn: of two who answer at once, one wins.
/// \returns nothing, changing nothing, if the other one did; else the answer's sequence
std::optional<int> insert_answer(Transaction& tx, StoredAnswer const& answer, int version);

/// A concern's whole history, oldest first, each answer with her verdict.
std::vector<StoredAnswer> list_answers(Reading& reading, ConcernId concern);
std::optional<StoredAnswer> find_answer(Reading& reading, AnswerId answer);

/// The latest answer; nothing if there is none.
std::optional<StoredAnswer> find_latest_answer(Reading& reading, ConcernId concern);
/// The latest answers of those of `concerns` that have one, in no order.
std::vector<StoredAnswer>
list_latest_answers(Reading& reading, std::vector<ConcernId> const& concerns);
/// Those of `ids`, in no order.
std::vector<StoredAnswer> list_answers(Reading& reading, std::vector<AnswerId> const& ids);

/// What the clock of a concern needs that waits for what will become of it.
struct RunningConcern
{
    BcuId bcu;
    Day raised;
    ConcernState state = ConcernState::open;
    std::optional<Day> due; ///< of the latest answer
};
/// Of the whole force; one query.
std::vector<RunningConcern> list_running_concerns(Reading& reading);

/// Her word on the latest answer of a concern that is not withdrawn; opens the concern again
/// unless it helped.
/// \returns false if `answer` has a verdict already or is not the latest any more; the caller then
///          must not commit
bool insert_verdict(Transaction& tx, StoredAnswer const& answer, Verdict verdict, Instant now);

} // namespace wt::store
