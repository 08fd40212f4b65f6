#include "store/referrals.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

constexpr std::string_view kWithPartner = "r.state IN ('sent', 'accepted', 'planned')";

template <class... Arguments>
std::vector<StoredReferral>
list_where(Reading& reading, std::string_view rest, Arguments const&... arguments)
{
    std::vector<StoredReferral> referrals;
    for (
        auto& [id, concern, partner, answer, state, link, expires, token, remote, digest, poll, failures, error, created] :
        list_rows<
            ReferralId,
            ConcernId,
            PartnerId,
            AnswerId,
            std::string,
            std::string,
            Instant,
            std::string,
            std::string,
            std::string,
            std::optional<Instant>,
            int,
            std::string,
            Instant>(
            reading,
            fmt::format(
                "SELECT r.id, r.concern_id, r.partner_id, r.answer_id, r.state, r.link_hash, "
                "r.expires_at, r.remote_token, r.remote_id, r.remote_digest, r.poll_at, "
                "r.poll_failures, r.poll_error, r.created_at FROM referral r {}",
                rest),
            arguments...)) {
        referrals.push_back(
            {.id = id,
             .concern = concern,
             .partner = partner,
             .answer = answer,
             .state = find_in(kReferralStates, state).value(),
             .link_hash = std::move(link),
             .expires_at = expires,
             .remote_token = std::move(token),
             .remote_id = std::move(remote),
             .remote_digest = std::move(digest),
             .poll_at = poll,
             .poll_failures = failures,
             .poll_error = std::move(error),
             .created_at = created});
    }
    return referrals;
}

std::optional<StoredReferral> first_of(std::vector<StoredReferral> referrals)
{
    return referrals.empty() ? std::nullopt : std::optional{std::move(referrals.front())};
}

/// The table and row of the latest sending.
struct SendingRow
{
    std::string_view table;
    std::int64_t id = 0;
};

std::optional<SendingRow>
find_sending_row(Reading& reading, ReferralId referral, std::string_view job_kind)
{
    // A letter is always later than a job: it is what the desk tries when the server does not
    // answer.
    if (auto const letter = find_value<std::int64_t>(
            reading,
            "SELECT id FROM message WHERE subject_id = :id AND kind = 'referral' "
            "ORDER BY id DESC LIMIT 1",
            referral)) {
        return SendingRow{"message", *letter};
    }
    auto const job = find_value<std::int64_t>(
        reading,
        "SELECT id FROM job WHERE argument = :id AND kind = :kind ORDER BY id DESC LIMIT 1",
        std::to_string(referral.value),
        job_kind);
    return job ? std::optional{SendingRow{"job", *job}} : std::nullopt;
}

} // namespace

void insert_referral(Transaction& tx, StoredReferral const& referral)
{
    execute(
        tx,
        "INSERT INTO referral (id, concern_id, partner_id, answer_id, state, link_hash, "
        "expires_at, created_at) VALUES (:id, :concern, :partner, :answer, :state, :link, "
        ":expires, :created)",
        referral.id,
        referral.concern,
        referral.partner,
        referral.answer,
        code_in(kReferralStates, referral.state),
        referral.link_hash,
        referral.expires_at,
        referral.created_at);
}

std::optional<StoredReferral> find_referral(Reading& reading, ReferralId id)
{
    return first_of(list_where(reading, "WHERE r.id = :id", id));
}

std::optional<StoredReferral>
find_referral_by_link(Reading& reading, std::string_view link_hash, Instant now)
{
    return first_of(
        list_where(reading, "WHERE r.link_hash = :link AND r.expires_at > :now", link_hash, now));
}

std::vector<StoredReferral> list_referrals_of(Reading& reading, ConcernId concern)
{
    return list_where(
        reading, "WHERE r.concern_id = :concern ORDER BY r.created_at, r.id", concern);
}

std::vector<StoredReferral> list_open_referrals(
    Reading& reading, BcuId bcu, std::optional<ReferralKey> after, std::size_t limit)
{
    // CROSS: along the index of open referrals, and not through all concerns of the unit.
    return list_where(
        reading,
        fmt::format(
            "CROSS JOIN concern c WHERE c.id = r.concern_id AND {} AND c.bcu_id = :bcu "
            "AND (r.created_at, r.id) > (:after, :id) ORDER BY r.created_at, r.id LIMIT {}",
            kWithPartner,
            limit),
        bcu,
        after ? after->created_at : Instant{},
        after ? after->id : ReferralId{});
}

bool move_referral(Transaction& tx, ReferralId id, ReferralState to)
{
    return execute(
               tx,
               fmt::format(
                   "UPDATE referral AS r SET state = :state WHERE id = :id AND {}", kWithPartner),
               code_in(kReferralStates, to),
               id) == 1;
}

void end_referrals(Transaction& tx, ConcernId concern, AnswerId by)
{
    execute(
        tx,
        fmt::format(
            "UPDATE referral AS r SET ended_from = state, ended_by = :by, state = 'ended' "
            "WHERE concern_id = :concern AND {}",
            kWithPartner),
        by,
        concern);
}

void take_back_referrals(Transaction& tx, AnswerId answer)
{
    execute(
        tx,
        "DELETE FROM message WHERE kind = 'referral' AND state = 'waiting' AND attempts = 0 "
        "AND subject_id IN (SELECT id FROM referral WHERE answer_id = :answer)",
        answer);
    execute(
        tx,
        fmt::format(
            "UPDATE referral AS r SET state = 'ended' WHERE answer_id = :answer AND {}",
            kWithPartner),
        answer);
    execute(
        tx,
        "UPDATE referral SET state = ended_from, ended_by = NULL WHERE ended_by = :answer",
        answer);
}

void renew_link(Transaction& tx, ReferralId id, std::string_view link_hash, Instant expires_at)
{
    execute(
        tx,
        "UPDATE referral SET link_hash = :link, expires_at = :expires WHERE id = :id",
        link_hash,
        expires_at,
        id);
}

void note_receipt(
    Transaction& tx,
    ReferralId id,
    std::string_view remote_token,
    std::string_view remote_id,
    Instant poll_at)
{
    execute(
        tx,
        "UPDATE referral SET remote_token = :token, remote_id = :remote, poll_at = :poll "
        "WHERE id = :id",
        remote_token,
        remote_id,
        poll_at,
        id);
}

std::vector<StoredReferral> list_due_polls(Reading& reading, Instant now, std::size_t limit)
{
    return list_where(
        reading,
        fmt::format(
            "WHERE r.poll_at <= :now AND {} ORDER BY r.poll_at, r.id LIMIT {}",
            kWithPartner,
            limit),
        now);
}

bool claim_poll(Transaction& tx, StoredReferral const& referral, Instant next)
{
    return execute(
               tx,
               "UPDATE referral SET poll_at = :next WHERE id = :id AND poll_at = :before",
               next,
               referral.id,
               referral.poll_at) == 1;
}

void note_poll(
    Transaction& tx, ReferralId id, std::string_view remote_id, std::string_view remote_digest)
{
    execute(
        tx,
        "UPDATE referral SET remote_id = :remote, remote_digest = :digest, poll_failures = 0, "
        "poll_error = '' WHERE id = :id",
        remote_id,
        remote_digest,
        id);
}

void note_poll_failure(Transaction& tx, ReferralId id, std::string_view error)
{
    execute(
        tx,
        "UPDATE referral SET poll_failures = poll_failures + 1, poll_error = :error "
        "WHERE id = :id",
        error,
        id);
}

std::map<ReferralId, Sending>
list_sendings(Reading& reading, std::vector<ReferralId> const& referrals, std::string_view job_kind)
{
    auto const of_these = [&](std::string_view parameter) {
        return is_among(reading, "r.id", parameter);
    };
    auto const ids = text_of_ids(referrals);
    std::map<ReferralId, Sending> latest;
    // Letters after jobs, as `find_sending_row` has it: the last of each referral stays.
    for (auto& [id, of_letters, row, state, attempts, error, run_at] :
         list_rows<ReferralId, int, std::int64_t, std::string, std::int64_t, std::string, Instant>(
             reading,
             fmt::format(
                 "SELECT r.id, 0 AS of_letters, j.id AS row_id, j.state, j.attempts, "
                 "j.last_error, j.run_at FROM referral r "
                 "JOIN job j ON j.argument = CAST(r.id AS TEXT) AND j.kind = :kind WHERE {} "
                 "UNION ALL SELECT r.id, 1, m.id, m.state, m.attempts, m.last_error, m.run_at "
                 "FROM referral r JOIN message m ON m.subject_id = r.id AND m.kind = 'referral' "
                 "WHERE {} ORDER BY of_letters, row_id",
                 of_these("called"),
                 of_these("written")),
             job_kind,
             ids,
             ids)) {
        latest.insert_or_assign(id, Sending{std::move(state), attempts, std::move(error), run_at});
    }
    return latest;
}

std::vector<ReferralCount> count_open_referrals(Reading& reading, std::string_view job_kind)
{
    std::vector<ReferralCount> counts;
    for (auto const& [bcu, open, unsent] : list_rows<BcuId, std::int64_t, std::int64_t>(
             reading,
             "WITH sending AS (SELECT subject_id AS referral, state FROM message "
             "WHERE kind = 'referral' UNION ALL "
             "SELECT CAST(argument AS BIGINT), state FROM job WHERE kind = :kind) "
             "SELECT c.bcu_id, count(*), count(CASE WHEN "
             "EXISTS (SELECT 1 FROM sending s WHERE s.referral = r.id AND s.state = 'failed') AND "
             "NOT EXISTS (SELECT 1 FROM sending s WHERE s.referral = r.id AND s.state <> 'failed') "
             "THEN 1 END) FROM referral r JOIN concern c ON c.id = r.concern_id "
             "WHERE r.state IN ('sent', 'accepted', 'planned') GROUP BY c.bcu_id",
             job_kind)) {
        counts.push_back({bcu, open, unsent});
    }
    return counts;
}

bool retry_sending(Transaction& tx, ReferralId id, std::string_view job_kind, Instant now)
{
    auto const latest = find_sending_row(tx, id, job_kind);
    return latest && execute(
                         tx,
                         fmt::format(
                             "UPDATE {} SET state = 'waiting', attempts = 0, run_at = :now, "
                             "locked_until = 0, ended_at = NULL WHERE id = :id AND (state = "
                             "'failed' OR (state = 'waiting' AND locked_until <= :unlocked))",
                             latest->table),
                         now,
                         latest->id,
                         now) == 1;
}

} // namespace wt::store
