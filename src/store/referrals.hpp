#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/referral.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// A concern in the hands of a partner.
struct StoredReferral
{
    ReferralId id;
    ConcernId concern;
    PartnerId partner;
    AnswerId answer; ///< which passed it on
    ReferralState state = ReferralState::sent;
    std::string link_hash;
    Instant expires_at{};       ///< of the link
    std::string remote_token{}; ///< by which the partner's server knows it until it has an id
    std::string remote_id{};
    std::string remote_digest{};      ///< of what that server said last
    std::optional<Instant> poll_at{}; ///< when to ask it again
    int poll_failures = 0;            ///< since it answered last
    std::string poll_error{};         ///< a code or fixed sentence
    Instant created_at{};
};

void insert_referral(Transaction& tx, StoredReferral const& referral);

std::optional<StoredReferral> find_referral(Reading& reading, ReferralId id);
/// Nothing if the link has expired by `now`.
std::optional<StoredReferral>
find_referral_by_link(Reading& reading, std::string_view link_hash, Instant now);

/// All of a concern, oldest first.
std::vector<StoredReferral> list_referrals_of(Reading& reading, ConcernId concern);

/// The last row of a page of referrals, oldest first.
struct ReferralKey
{
    Instant created_at;
    ReferralId id;
};

/// Those in the hands of partners, of a command unit, oldest first, after `after`.
std::vector<StoredReferral> list_open_referrals(
    Reading& reading, BcuId bcu, std::optional<ReferralKey> after, std::size_t limit);

/// Moves it to `to` if the partner still has it. \returns false, changing nothing, if not.
bool move_referral(Transaction& tx, ReferralId id, ReferralState to);

/// Ends all of a concern that partners still have, for its answer `by`.
void end_referrals(Transaction& tx, ConcernId concern, AnswerId by);

/// As if an answer had not been given: what it passed on is ended, and its letter does not leave if
/// it has not yet; what it ended is with its partner again.
void take_back_referrals(Transaction& tx, AnswerId answer);

/// Another link instead of the one before.
void renew_link(Transaction& tx, ReferralId id, std::string_view link_hash, Instant expires_at);

/// What the partner's server called it, and when to ask first.
void note_receipt(
    Transaction& tx,
    ReferralId id,
    std::string_view remote_token,
    std::string_view remote_id,
    Instant poll_at);

/// Those whose partner's server is to be asked, longest due first.
std::vector<StoredReferral> list_due_polls(Reading& reading, Instant now, std::size_t limit);

/// Puts the next asking off to `next`, in one statement, so that of two workers one asks.
/// \returns false if another worker has
bool claim_poll(Transaction& tx, StoredReferral const& referral, Instant next);

/// What the server said; failures are forgotten.
void note_poll(
    Transaction& tx, ReferralId id, std::string_view remote_id, std::string_view remote_digest);
/// \param error  a code or fixed sentence
void note_poll_failure(Transaction& tx, ReferralId id, std::string_view error);

/// The latest sending of a referral: a letter, or a job that calls the partner's server.
struct Sending
{
    std::string state; ///< waiting, done, failed, dropped
    std::int64_t attempts = 0;
    std::string last_error; ///< a code or fixed sentence
    Instant run_at;         ///< of the next attempt, while waiting
};
/// \param job_kind  of the job; its argument is the referral's id
/// \returns those of `referrals` of which what was sent has not been cleared away yet
std::map<ReferralId, Sending> list_sendings(
    Reading& reading, std::vector<ReferralId> const& referrals, std::string_view job_kind);

/// What partners of a command unit have in their hands.
struct ReferralCount
{
    BcuId bcu;
    std::int64_t open = 0;
    std::int64_t unsent = 0; ///< of these, given up without ever having left
};
/// \param job_kind  as for `list_sendings`
std::vector<ReferralCount> count_open_referrals(Reading& reading, std::string_view job_kind);

/// Makes the latest sending due now, with all its attempts before it, if it has failed or waits for
/// its next attempt. \returns false, changing nothing, if there is none such
bool retry_sending(Transaction& tx, ReferralId id, std::string_view job_kind, Instant now);

} // namespace wt::store
