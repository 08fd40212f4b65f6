#include "store/requests.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

constexpr std::string_view kOrder = "ORDER BY r.first_for_next DESC, r.waiting_since, r.id";

template <class... Arguments>
std::vector<StoredRequest>
list_where(Reading& reading, std::string_view condition_and_order, Arguments const&... arguments)
{
    std::vector<StoredRequest> requests;
    auto const rows = list_rows<
        RequestId,
        ParticipantId,
        BcuId,
        WardId,
        std::string,
        int,
        bool,
        Instant,
        int,
        bool,
        std::string,
        int,
        Instant,
        std::optional<std::string>>(
        reading,
        fmt::format(
            "SELECT r.id, r.participant_id, r.bcu_id, r.ward_id, r.state, r.party, r.may_share, "
            "r.waiting_since, r.postponed, r.first_for_next, r.idempotency_key, r.version, "
            "r.created_at, s.sealed FROM request r "
            "LEFT JOIN request_private s ON s.request_id = r.id WHERE {}",
            condition_and_order),
        arguments...);
    requests.reserve(rows.size());
    for (
        auto const& [id, participant, bcu, ward, state, party, may_share, waiting_since, postponed, first, key, version, created_at, sealed] :
        rows) {
        requests.push_back(
            {id,
             participant,
             bcu,
             ward,
             find_in(kRequestStates, state).value(),
             party,
             may_share,
             waiting_since,
             postponed,
             first,
             key,
             version,
             created_at,
             sealed.value_or("")});
    }
    return requests;
}

std::optional<StoredRequest> first_of(std::vector<StoredRequest> requests)
{
    return requests.empty() ? std::nullopt : std::optional{std::move(requests.front())};
}

} // namespace

bool insert_request(Transaction& tx, StoredRequest const& request)
{
    auto const inserted = execute(
        tx,
        "INSERT INTO request (id, participant_id, bcu_id, ward_id, state, party, may_share, "
        "waiting_since, idempotency_key, created_at) VALUES (:id, :participant, :bcu, :ward, "
        ":state, :party, :may_share, :waiting_since, :key, :created_at) "
        "ON CONFLICT (idempotency_key) DO NOTHING",
        request.id,
        request.participant,
        request.bcu,
        request.ward,
        code_in(kRequestStates, request.state),
        request.party,
        request.may_share,
        request.waiting_since,
        request.idempotency_key,
        request.created_at);
    if (inserted == 0) {
        return false;
    }
    execute(
        tx,
        "INSERT INTO request_private (request_id, sealed) VALUES (:id, :sealed)",
        request.id,
        request.sealed);
    return true;
}

std::optional<StoredRequest> find_request(Reading& reading, RequestId id)
{
    return first_of(list_where(reading, "r.id = :id", id));
}

std::optional<StoredRequest> find_request_by_idempotency_key(Reading& reading, std::string_view key)
{
    return first_of(list_where(reading, "r.idempotency_key = :key", key));
}

std::vector<StoredRequest> list_requests_of(Reading& reading, ParticipantId participant)
{
    return list_where(
        reading, "r.participant_id = :participant ORDER BY r.created_at DESC", participant);
}

std::vector<StoredRequest>
list_queue(Reading& reading, std::optional<BcuId> bcu, RequestState state, std::size_t limit)
{
    auto const name = code_in(kRequestStates, state);
    auto const end = fmt::format("{} LIMIT {}", kOrder, limit);
    if (bcu) {
        return list_where(
            reading, fmt::format("r.bcu_id = :bcu AND r.state = :state {}", end), *bcu, name);
    }
    return list_where(reading, fmt::format("r.state = :state {}", end), name);
}

QueueKey key_of(StoredRequest const& request)
{
    return {request.first_for_next, request.waiting_since, request.id};
}

std::vector<StoredRequest> list_queue_page(
    Reading& reading,
    BcuId bcu,
    RequestState state,
    std::optional<QueueKey> const& after,
    std::size_t limit)
{
    // Nothing stands before this key, so one statement serves every page.
    auto const key =
        after.value_or(QueueKey{.first_for_next = true, .waiting_since = {}, .id = {}});
    return list_where(
        reading,
        fmt::format(
            "r.bcu_id = :bcu AND r.state = :state AND "
            "(r.first_for_next < :first OR (r.first_for_next = :same AND "
            "(r.waiting_since > :since OR (r.waiting_since = :equal AND r.id > :id)))) "
            "{} LIMIT {}",
            kOrder,
            limit),
        bcu,
        code_in(kRequestStates, state),
        key.first_for_next,
        key.first_for_next,
        key.waiting_since,
        key.waiting_since,
        key.id);
}

std::int64_t count_requests(Reading& reading, BcuId bcu, RequestState state)
{
    return find_value<std::int64_t>(
               reading,
               "SELECT count(*) FROM request WHERE bcu_id = :bcu AND state = :state",
               bcu,
               code_in(kRequestStates, state))
        .value_or(0);
}

std::int64_t count_before(Reading& reading, StoredRequest const& request)
{
    return find_value<std::int64_t>(
               reading,
               "SELECT count(*) FROM request WHERE bcu_id = :bcu AND state = 'waiting' AND "
               "(first_for_next > :first OR (first_for_next = :same AND "
               "(waiting_since < :since OR (waiting_since = :equal AND id < :id))))",
               request.bcu,
               request.first_for_next,
               request.first_for_next,
               request.waiting_since,
               request.waiting_since,
               request.id)
        .value_or(0);
}

bool move_request(Transaction& tx, RequestId id, RequestState from, RequestState to)
{
    return execute(
               tx,
               "UPDATE request SET state = :to, version = version + 1 "
               "WHERE id = :id AND state = :from",
               code_in(kRequestStates, to),
               id,
               code_in(kRequestStates, from)) == 1;
}

void delete_request_details(Transaction& tx, RequestId id)
{
    execute(tx, "DELETE FROM request_private WHERE request_id = :id", id);
}

void postpone_request(Transaction& tx, RequestId id, bool first_for_next)
{
    execute(
        tx,
        "UPDATE request SET state = 'waiting', postponed = postponed + 1, "
        "first_for_next = :first, version = version + 1 "
        "WHERE id = :id AND state IN ('proposed', 'booked', 'walked')",
        first_for_next,
        id);
}

bool update_request(Transaction& tx, RequestId id, int version, RequestChange const& change)
{
    auto const updated = execute(
        tx,
        "UPDATE request SET bcu_id = :bcu, ward_id = :ward, party = :party, may_share = :share, "
        "version = version + 1 WHERE id = :id AND version = :version AND state = 'waiting'",
        change.bcu,
        change.ward,
        change.party,
        change.may_share,
        id,
        version);
    return updated == 1 && execute(
                               tx,
                               "UPDATE request_private SET sealed = :sealed WHERE request_id = :id",
                               change.sealed,
                               id) == 1;
}

void insert_refused_officer(Transaction& tx, ParticipantId participant, OfficerId officer)
{
    execute(
        tx,
        "INSERT INTO refused_officer (participant_id, officer_id) VALUES (:participant, :officer) "
        "ON CONFLICT (participant_id, officer_id) DO NOTHING",
        participant,
        officer);
}

std::vector<OfficerId> list_refused_officers(Reading& reading, ParticipantId participant)
{
    std::vector<OfficerId> officers;
    for (auto const& [officer] : list_rows<OfficerId>(
             reading,
             "SELECT officer_id FROM refused_officer WHERE participant_id = :participant",
             participant)) {
        officers.push_back(officer);
    }
    return officers;
}

} // namespace wt::store
