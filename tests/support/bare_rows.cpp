#include "support/bare_rows.hpp"

#include "base/crypto.hpp"
#include "store/participants.hpp"
#include "store/requests.hpp"
#include "store/sql.hpp"

#include <initializer_list>

namespace wt {

namespace {

void run(store::Db& db, std::initializer_list<char const*> statements)
{
    store::Transaction tx{db};
    for (auto const* const statement : statements) {
        store::execute(tx, statement);
    }
    tx.commit();
}

} // namespace

void given_force(store::Db& db)
{
    run(db,
        {"INSERT INTO bcu (id, code, name) VALUES (1, 'AS', 'Central South')",
         "INSERT INTO ward (id, code, name, bcu_id, area) VALUES (1, 'W1', 'Bishop''s', 1, '{}')",
         "INSERT INTO officer (id, public_name, collar_number, sex, bcu_id, trained) "
         "VALUES (1, 'PC One', '1AS', 'F', 1, 1), (2, 'PC Two', '2AS', 'F', 1, 1)"});
}

ParticipantId given_participant(app::App& app, app::PrivatePerson const& person)
{
    auto const key = SecretKey::make_random();
    ParticipantId const id{random_id()};
    store::Transaction tx{app.db};
    store::insert_participant(
        tx,
        {.id = id,
         .link_hash = app.keys.hash(store::KeyPurpose::lookup, person.token),
         .contact_hash = app.keys.hash(store::KeyPurpose::lookup, person.contact),
         .pseudonym = random_token(),
         .wrapped_key = app.keys.wrap(key),
         .sealed = app::seal_person(key, person),
         .created_at = app.now()});
    tx.commit();
    return id;
}

RequestId given_request(app::App& app, ParticipantId participant)
{
    RequestId const id{random_id()};
    store::Transaction tx{app.db};
    store::insert_request(
        tx,
        {.id = id,
         .participant = participant,
         .bcu = kGivenBcu,
         .ward = kGivenWard,
         .waiting_since = app.now(),
         .idempotency_key = random_token(),
         .created_at = app.now(),
         .sealed = "sealed places"});
    tx.commit();
    return id;
}

WalkId given_walk(app::App& app, RequestId request, Instant starts_at)
{
    WalkId const id{random_id()};
    auto const day = std::chrono::floor<std::chrono::days>(starts_at).time_since_epoch().count();
    store::Transaction tx{app.db};
    for (int const seat : {1, 2}) {
        store::execute(
            tx,
            "INSERT INTO officer_duty (officer_id, day) VALUES (:officer, :day) "
            "ON CONFLICT DO NOTHING",
            seat,
            day);
        store::execute(
            tx,
            "INSERT INTO walk_officer (walk_id, seat, officer_id, day) "
            "VALUES (:walk, :seat, :officer, :day)",
            id,
            seat,
            seat,
            day);
    }
    store::execute(
        tx,
        "INSERT INTO walk (id, bcu_id, ward_id, starts_at, ends_at, state, first_seat, "
        "second_seat, created_at) "
        "VALUES (:id, 1, 1, :starts_at, :ends_at, 'confirmed', 1, 2, :created_at)",
        id,
        starts_at,
        starts_at + std::chrono::hours{1},
        app.now());
    store::execute(
        tx,
        "INSERT INTO walk_request (walk_id, request_id, state, deadline_at) "
        "VALUES (:walk, :request, 'accepted', :deadline)",
        id,
        request,
        starts_at);
    store::execute(
        tx,
        "INSERT INTO walk_private (walk_id, request_id, sealed) VALUES (:walk, :request, 'route')",
        id,
        request);
    store::execute(tx, "UPDATE request SET state = 'booked' WHERE id = :id", request);
    tx.commit();
    return id;
}

std::int64_t count_rows(store::Db& db, std::string const& query)
{
    store::Reading reading{db};
    return store::find_value<std::int64_t>(reading, query).value();
}

} // namespace wt
