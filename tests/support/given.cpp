#include "support/given.hpp"

<<<<<<< HEAD
#include "daylight/zone.hpp"
#include "store/areas.hpp"
#include "store/roster.hpp"
=======
#include "base/crypto.hpp"
#include "store/participants.hpp"
#include "store/requests.hpp"
#include "store/sql.hpp"

#include <initializer_list>
>>>>>>> worker

namespace wt {

namespace {

<<<<<<< HEAD
using namespace std::chrono_literals;

MultiPolygon square_around(LatLon centre, double degrees)
{
    auto const [lat, lon] = centre;
    return {{Polygon{
        .outline =
            {{lat - degrees, lon - degrees},
             {lat - degrees, lon + degrees},
             {lat + degrees, lon + degrees},
             {lat + degrees, lon - degrees}},
        .holes = {}}}};
}

void put(store::Transaction& tx, OfficerId id, std::string const& name, Instant now)
{
    store::put_officer(
        tx,
        {.id = id,
         .collar_number = std::to_string(1000 + id.value),
         .public_name = name,
         .is_woman = true,
         .bcu = kBcu,
         .wards = {kWard},
         .languages = {"en"},
         .trained = true,
         .staff = std::nullopt,
         .suspended_at = std::nullopt});
    std::vector<Interval> shifts;
    std::vector<Day> days;
    auto const zone = daylight::require_zone("Europe/London");
    for (int i = 0; i < 14; ++i) {
        auto const day = zone.day_of(now) + std::chrono::days{i};
        auto const midnight = zone.midnight(day);
        shifts.push_back({midnight + 15h, midnight + 23h + 30min});
        days.push_back(day);
    }
    store::replace_shifts(tx, id, {now - 24h, now + 30 * 24h}, shifts);
    store::insert_duty(tx, id, days);
=======
void run(store::Db& db, std::initializer_list<char const*> statements)
{
    store::Transaction tx{db};
    for (auto const* const statement : statements) {
        store::execute(tx, statement);
    }
    tx.commit();
>>>>>>> worker
}

} // namespace

<<<<<<< HEAD
void given_force(TestApp& test)
{
    store::Transaction tx{test.db()};
    auto const area = square_around(kCamberwell, 0.05);
    store::put_bcu(tx, {.id = kBcu, .code = "S", .name = "South", .area = area});
    store::put_ward(
        tx, {.id = kWard, .code = "W", .name = "Camberwell", .bcu = kBcu, .area = area});
    tx.commit();
    test.app().reload();
}

void given_officers(TestApp& test)
{
    store::Transaction tx{test.db()};
    put(tx, kAmara, "Amara", test.now);
    put(tx, kBeth, "Beth", test.now);
    put(tx, kCara, "Cara", test.now);
    tx.commit();
}

app::WalkWish given_wish()
{
    app::WalkWish wish{
        .is_old_enough = true,
        .name = "Ana",
        .contact = "ana@example.org",
        .wants_messages = true,
        .party = 1,
        .may_share = false,
        .details = {}};
    wish.details.places = {{"Camberwell Road", kCamberwell}};
    for (int weekday = 0; weekday < 5; ++weekday) {
        wish.details.free_times.push_back({weekday, 18h, 22h});
    }
    return wish;
}

app::AskedWalk given_request(TestApp& test, std::string const& contact)
{
    auto wish = given_wish();
    wish.contact = contact;
    return app::ask_for_walk(test.app(), kVisitor, wish, "form of " + contact);
}

std::size_t given_published_plan(TestApp& test)
{
    auto const today = daylight::require_zone("Europe/London").day_of(test.now);
    auto const plan = app::make_plan(
        test.app(),
        kSystem,
        {.first = today, .last = today + std::chrono::days{13}, .bcu = std::nullopt});
    return app::publish_plan(test.app(), kSystem, plan);
}

Person officer(OfficerId id)
{
    return {.role = Role::officer, .id = 9000 + id.value, .bcu = kBcu, .officer = id};
=======
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
         .code_hash = "",
         .pseudonym = random_token(),
         .wrapped_key = app.keys.wrap(key),
         .sealed = app::seal_private(person, key),
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
>>>>>>> worker
}

} // namespace wt
