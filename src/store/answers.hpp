#pragma once

#include "base/crypto.hpp"
#include "scheme/answer.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::store {

/// What an answer is within its history, and what became of it there.
struct AnswerPlace
{
    bool takes_back = false; ///< it says nothing but that the one it corrects is taken back
    std::optional<AnswerId> together{};     ///< the answer of the leading concern that it repeats
    std::optional<Instant> corrected_at{};  ///< a later one puts it right
    std::optional<Instant> taken_back_at{}; ///< a later one takes it back

    /// Whether it is an answer at all.
    [[nodiscard]] bool is_given() const { return !takes_back && !taken_back_at; }
};

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
    std::optional<Verdict> verdict;           ///< hers
    std::optional<Instant> verdict_at{};      ///< when she gave it
    std::optional<AnswerId> corrects{};       ///< the earlier one that it puts right or takes back
    ConcernState before = ConcernState::open; ///< of the concern, until this answer
    AnswerPlace place{};
    std::string hash{}; ///< of this answer and the one before it; empty: older than the chains

    [[nodiscard]] Author author() const { return partner ? Author::partner : Author::staff; }
};

/// What an answer does to its concern.
struct AnswerStep
{
    int version = 0;                         ///< of the concern as the author saw it
    ConcernState state = ConcernState::open; ///< that it is in then
};

/// Appends an answer, linked to the one before it by a hash, and moves its concern, if `version` is
/// still the newest and the concern is not withdrawn: of two who answer at once, one wins.
/// \param key  of the chain
/// \returns nothing, changing nothing, if the other one did; else the answer's sequence
std::optional<int>
insert_answer(Transaction& tx, SecretKey const& key, StoredAnswer answer, AnswerStep step);

/// A concern's whole history, oldest first, each answer with her verdict.
std::vector<StoredAnswer> list_answers(Reading& reading, ConcernId concern);
std::optional<StoredAnswer> find_answer(Reading& reading, AnswerId answer);

/// Those of other concerns that repeat an answer of their leading one.
std::vector<StoredAnswer> list_repeating(Reading& reading, AnswerId answer);

/// The latest answer that was not taken back; nothing if there is none.
std::optional<StoredAnswer> find_latest_answer(Reading& reading, ConcernId concern);
/// The same of a history that is read already; null if there is none.
StoredAnswer const* find_latest(std::vector<StoredAnswer> const& history);

/// The latest answers of those of `concerns` that have one, in no order.
std::vector<StoredAnswer>
list_latest_answers(Reading& reading, std::vector<ConcernId> const& concerns);
/// Those of `ids`, in no order.
std::vector<StoredAnswer> list_answers(Reading& reading, std::vector<AnswerId> const& ids);

/// Concerns that wait for what will become of them, and are alike for their clock.
struct RunningConcerns
{
    BcuId bcu;
    Day raised;
    ConcernState state = ConcernState::open;
    std::optional<Day> due; ///< of the latest answer, where they are planned
    int count = 0;
};
/// Of the whole force; one query.
std::vector<RunningConcerns> count_running_concerns(Reading& reading);

/// Her word on the latest answer of a concern that is not withdrawn; opens the concern again
/// unless it helped.
/// \returns false if `answer` has a verdict already or is not the latest any more; the caller then
///          must not commit
bool insert_verdict(Transaction& tx, StoredAnswer const& answer, Verdict verdict, Instant now);

/// The answers of all concerns after `last`, by concern and sequence.
std::vector<StoredAnswer>
list_answers_after(Reading& reading, StoredAnswer const& last, std::size_t limit);

/// When the first answer was given that is in a chain; nothing if none is.
std::optional<Instant> find_first_chained(Reading& reading);

/// A concern that has fewer or more answers than it counted; nothing if there is none.
std::optional<ConcernId> find_incomplete_history(Reading& reading);

} // namespace wt::store
