#include "store/walks.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace wt::store {

namespace {

constexpr std::int64_t kSlotMilliseconds = 15 * 60 * 1000;

std::int64_t first_slot(Interval time)
{
    return to_milliseconds(time.from) / kSlotMilliseconds;
}

/// One past the last slot that `time` touches.
std::int64_t end_slot(Interval time)
{
    return (to_milliseconds(time.to) + kSlotMilliseconds - 1) / kSlotMilliseconds;
}

/// Books every officer for every slot. \returns how many of them were free.
std::int64_t insert_bookings(Transaction& tx, NewWalk const& walk)
{
    // The same order everywhere, so that two who book at once never wait for each other in a ring.
    auto officers = walk.officers;
    std::ranges::sort(officers);
    std::string values;
    for (auto const officer : officers) {
        for (auto slot = first_slot(walk.occupied); slot < end_slot(walk.occupied); ++slot) {
            values += fmt::format(
                "{}({}, {}, {})", values.empty() ? "" : ", ", officer.value, slot, walk.id.value);
        }
    }
    return execute(
        tx,
        fmt::format(
            "INSERT INTO booking (officer_id, slot, walk_id) VALUES {} "
            "ON CONFLICT (officer_id, slot) DO NOTHING",
            values));
}

void forget_walk(Transaction& tx, WalkId id)
{
    execute(tx, "DELETE FROM booking WHERE walk_id = :id", id);
    execute(tx, "DELETE FROM walk WHERE id = :id", id);
    execute(tx, "DELETE FROM walk_officer WHERE walk_id = :id", id);
}

/// Seats each officer who is on duty that day. \returns how many were.
std::int64_t seat_officers(Transaction& tx, NewWalk const& walk)
{
    // Suspending her waits for this, and then finds her on the walk.
    auto const* const lock = tx.dialect() == Dialect::postgresql ? "FOR SHARE OF o" : "";
    std::int64_t seated = 0;
    for (std::size_t i = 0; i < walk.officers.size(); ++i) {
        // Read for update by reference: the foreign key keeps the duty from vanishing meanwhile.
        seated += execute(
            tx,
            fmt::format(
                "INSERT INTO walk_officer (walk_id, seat, officer_id, day) "
                "SELECT CAST(:walk AS BIGINT), CAST(:seat AS BIGINT), d.officer_id, d.day "
                "FROM officer_duty d JOIN officer o ON o.id = d.officer_id "
                "WHERE d.officer_id = :officer AND d.day = :day AND o.suspended_at IS NULL {}",
                lock),
            walk.id,
            static_cast<std::int64_t>(i + 1),
            walk.officers[i],
            walk.day);
    }
    return seated;
}

void add_officers(Reading& reading, StoredWalk& walk)
{
    for (auto& [id, name, collar] : list_rows<OfficerId, std::string, std::string>(
             reading,
             "SELECT o.id, o.public_name, o.collar_number FROM walk_officer w "
             "JOIN officer o ON o.id = w.officer_id WHERE w.walk_id = :walk ORDER BY w.seat",
             walk.id)) {
        walk.officers.push_back({id, std::move(name), std::move(collar)});
    }
}

void add_places(Reading& reading, StoredWalk& walk)
{
    for (auto& [request, state, deadline, sealed] :
         list_rows<RequestId, std::string, Instant, std::optional<std::string>>(
             reading,
             "SELECT p.request_id, p.state, p.deadline_at, s.sealed FROM walk_request p "
             "LEFT JOIN walk_private s ON s.walk_id = p.walk_id AND s.request_id = p.request_id "
             "WHERE p.walk_id = :walk ORDER BY p.request_id",
             walk.id)) {
        walk.places.push_back(
            {request, find_in(kPlaceStates, state).value(), deadline, sealed.value_or("")});
    }
}

template <class... Arguments>
std::vector<StoredWalk>
list_where(Reading& reading, std::string_view condition_and_order, Arguments const&... arguments)
{
    std::vector<StoredWalk> walks;
    for (auto const& [id, bcu, ward, from, to, state, version] :
         list_rows<WalkId, BcuId, WardId, Instant, Instant, std::string, int>(
             reading,
             fmt::format(
                 "SELECT w.id, w.bcu_id, w.ward_id, w.starts_at, w.ends_at, w.state, w.version "
                 "FROM walk w WHERE {}",
                 condition_and_order),
             arguments...)) {
        walks.push_back(
            {.id = id,
             .bcu = bcu,
             .ward = ward,
             .time = {from, to},
             .state = find_in(kWalkStates, state).value(),
             .version = version,
             .officers = {},
             .places = {}});
        add_officers(reading, walks.back());
        add_places(reading, walks.back());
    }
    return walks;
}

} // namespace

bool insert_walk(Transaction& tx, NewWalk const& walk)
{
    assert(walk.officers.size() >= 2);
    execute(
        tx,
        "INSERT INTO walk (id, bcu_id, ward_id, starts_at, ends_at, state, first_seat, "
        "second_seat, created_at) VALUES (:id, :bcu, :ward, :from, :to, 'proposed', 1, 2, :now)",
        walk.id,
        walk.bcu,
        walk.ward,
        walk.time.from,
        walk.time.to,
        walk.created_at);
    auto const officers = static_cast<std::int64_t>(walk.officers.size());
    auto const slots = end_slot(walk.occupied) - first_slot(walk.occupied);
    if (insert_bookings(tx, walk) != officers * slots || seat_officers(tx, walk) != officers) {
        forget_walk(tx, walk.id);
        return false;
    }
    return true;
}

std::optional<StoredWalk> find_walk(Reading& reading, WalkId id)
{
    auto walks = list_where(reading, "w.id = :id", id);
    return walks.empty() ? std::nullopt : std::optional{std::move(walks.front())};
}

std::optional<StoredWalk> lock_walk(Transaction& tx, WalkId id)
{
    if (execute(tx, "UPDATE walk SET version = version + 1 WHERE id = :id", id) == 0) {
        return std::nullopt;
    }
    return find_walk(tx, id);
}

std::vector<StoredWalk> list_walks(Reading& reading, std::optional<BcuId> bcu, Interval starts)
{
    // Zero stands for every unit: ids are positive.
    auto const unit = bcu.value_or(BcuId{});
    return list_where(
        reading,
        "w.starts_at >= :from AND w.starts_at < :to AND (w.bcu_id = :bcu OR :all = 0) "
        "ORDER BY w.starts_at, w.id",
        starts.from,
        starts.to,
        unit,
        unit);
}

std::vector<StoredWalk> list_walks_of_officer(Reading& reading, OfficerId officer, Interval starts)
{
    return list_where(
        reading,
        "w.starts_at >= :from AND w.starts_at < :to AND EXISTS (SELECT 1 FROM walk_officer o "
        "WHERE o.walk_id = w.id AND o.officer_id = :officer) ORDER BY w.starts_at, w.id",
        starts.from,
        starts.to,
        officer);
}

std::vector<StoredWalk> list_walks_of_request(Reading& reading, RequestId request)
{
    return list_where(
        reading,
        "w.id IN (SELECT walk_id FROM walk_request WHERE request_id = :request) "
        "ORDER BY w.starts_at DESC, w.created_at DESC, w.id",
        request);
}

bool move_walk(Transaction& tx, WalkId id, WalkState from, WalkState to)
{
    return execute(
               tx,
               "UPDATE walk SET state = :to, version = version + 1 "
               "WHERE id = :id AND state = :from",
               code_in(kWalkStates, to),
               id,
               code_in(kWalkStates, from)) == 1;
}

bool cancel_walk(Transaction& tx, WalkId id)
{
    auto const cancelled = execute(
        tx,
        "UPDATE walk SET state = 'cancelled', first_seat = NULL, second_seat = NULL, "
        "version = version + 1 WHERE id = :id AND state IN ('proposed', 'confirmed')",
        id);
    if (cancelled == 0) {
        return false;
    }
    execute(tx, "DELETE FROM booking WHERE walk_id = :id", id);
    execute(tx, "DELETE FROM walk_officer WHERE walk_id = :id", id);
    return true;
}

bool insert_place(
    Transaction& tx, WalkId walk, RequestId request, Instant deadline_at, std::string_view sealed)
{
    auto const inserted = execute(
        tx,
        "INSERT INTO walk_request (walk_id, request_id, state, deadline_at) "
        "VALUES (:walk, :request, 'proposed', :deadline) ON CONFLICT DO NOTHING",
        walk,
        request,
        deadline_at);
    if (inserted == 0) {
        return false;
    }
    execute(
        tx,
        "INSERT INTO walk_private (walk_id, request_id, sealed) VALUES (:walk, :request, :sealed)",
        walk,
        request,
        sealed);
    return true;
}

bool move_place(Transaction& tx, WalkId walk, RequestId request, PlaceState from, PlaceState to)
{
    return execute(
               tx,
               "UPDATE walk_request SET state = :to "
               "WHERE walk_id = :walk AND request_id = :request AND state = :from",
               code_in(kPlaceStates, to),
               walk,
               request,
               code_in(kPlaceStates, from)) == 1;
}

void update_place(Transaction& tx, WalkId walk, RequestId request, std::string_view sealed)
{
    execute(
        tx,
        "UPDATE walk_private SET sealed = :sealed WHERE walk_id = :walk AND request_id = :request",
        sealed,
        walk,
        request);
}

std::vector<WalkId> list_unsettled_walks(Reading& reading, Instant then)
{
    std::vector<WalkId> walks;
    for (auto const& [walk] : list_rows<WalkId>(
             reading,
             "SELECT id FROM walk WHERE state IN ('confirmed', 'started') AND ends_at < :then",
             then)) {
        walks.push_back(walk);
    }
    return walks;
}

std::vector<std::pair<WalkId, RequestId>> list_expired_places(Reading& reading, Instant now)
{
    std::vector<std::pair<WalkId, RequestId>> places;
    for (auto const& [walk, request] : list_rows<WalkId, RequestId>(
             reading,
             "SELECT walk_id, request_id FROM walk_request "
             "WHERE state = 'proposed' AND deadline_at < :now",
             now)) {
        places.emplace_back(walk, request);
    }
    return places;
}

} // namespace wt::store
