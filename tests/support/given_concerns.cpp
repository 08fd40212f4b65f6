#include "support/given_concerns.hpp"

#include "base/crypto.hpp"
#include "store/sql.hpp"

namespace wt {

namespace {

constexpr ParticipantId kAna{51};
constexpr ParticipantId kBea{52};

void given_woman(TestApp& test, ParticipantId id, RequestId request, std::string const& name)
{
    auto const key = SecretKey::make_random();
    store::Transaction tx{test.db()};
    store::insert_participant(
        tx,
        {.id = id,
         .link_hash = test.app().keys.hash(store::KeyPurpose::lookup, name),
         .contact_hash = {},
         .pseudonym = name + "'s pseudonym",
         .wrapped_key = test.app().keys.wrap(key),
         .sealed = app::seal_person(key, {.name = name, .contact = "", .token = name}),
         .created_at = test.now});
    store::execute(
        tx,
        "INSERT INTO request (id, participant_id, bcu_id, ward_id, state, party, may_share, "
        "waiting_since, idempotency_key, created_at) "
        "VALUES (:id, :she, 1, 1, 'booked', 1, 1, 0, :key, 0)",
        request,
        id,
        name);
    store::execute(
        tx,
        "INSERT INTO walk_request (walk_id, request_id, state, deadline_at) "
        "VALUES (:walk, :request, 'accepted', 0)",
        kTheWalk,
        request);
    tx.commit();
}

app::Participant woman(TestApp& test, ParticipantId id)
{
    store::Reading reading{test.db()};
    return app::find_participant(test.app(), reading, id).value();
}

} // namespace

void given_walk_with_two_women(TestApp& test)
{
    {
        store::Transaction tx{test.db()};
        for (auto const* const statement : {
                 "INSERT INTO bcu (id, code, name) VALUES (1, 'S', 'South'), (2, 'N', 'North')",
                 "INSERT INTO ward (id, code, name, bcu_id, area) VALUES (1, 'W1', 'One', 1, '{}'),"
                 " (2, 'W2', 'Two', 1, '{}'), (3, 'W3', 'Three', 2, '{}')",
                 "INSERT INTO staff (id, sign_in_name, name, role, bcu_id, created_at) VALUES "
                 "(41, 'south', 'South', 'desk', 1, 0), (42, 'north', 'North', 'desk', 2, 0)",
                 "INSERT INTO officer (id, public_name, collar_number, sex, bcu_id, trained) "
                 "VALUES (11, 'Eve', 'E11', 'F', 1, 1), (12, 'Fay', 'F12', 'F', 1, 1), "
                 "(13, 'Gwen', 'G13', 'F', 1, 1)",
                 "INSERT INTO officer_duty (officer_id, day) VALUES (11, 20789), (12, 20789)",
                 "INSERT INTO walk_officer (walk_id, seat, officer_id, day) VALUES "
                 "(21, 1, 11, 20789), (21, 2, 12, 20789)",
                 "INSERT INTO walk (id, bcu_id, ward_id, starts_at, ends_at, state, first_seat, "
                 "second_seat, created_at) "
                 "VALUES (21, 1, 1, 1, 4102444800000, 'started', 1, 2, 0)", // until 2100
             }) {
            store::execute(tx, statement);
        }
        tx.commit();
    }
    given_woman(test, kAna, kAnasRequest, "Ana");
    given_woman(test, kBea, kBeasRequest, "Bea");
}

app::Participant ana(TestApp& test)
{
    return woman(test, kAna);
}

app::Participant bea(TestApp& test)
{
    return woman(test, kBea);
}

app::ConcernPlace given_place(std::int64_t way, WardId ward, std::string const& street)
{
    return {
        .segment =
            {.way = way,
             .midpoint = {51.5 + 0.001 * static_cast<double>(way), -0.1},
             .network_version = "a"},
        .street = street,
        .bcu = ward == WardId{3} ? kNorth : kSouth,
        .ward = ward};
}

app::NewConcern given_words_of_ana(std::string const& client_id)
{
    return {
        .client_id = client_id,
        .digest = "a digest",
        .category = Category::lighting,
        .severity = 2,
        .felt = FeltWhen::dark,
        .source = ConcernSource::walk,
        .walk = kTheWalk,
        .request = kAnasRequest,
        .words = "Three lamps are out."};
}

ConcernId given_concern_of_ana(TestApp& test, std::string const& client_id)
{
    return app::record_concern_at(
        test.app(), kOfficer, given_words_of_ana(client_id), given_place());
}

void given_passers_by(TestApp& test, int count, app::ConcernPlace const& place, Category category)
{
    for (int i = 0; i < count; ++i) {
        app::record_concern_at(
            test.app(),
            kOfficer,
            {.client_id = random_token(),
             .digest = "d",
             .category = category,
             .severity = 1,
             .source = ConcernSource::passer_by,
             .walk = kTheWalk},
            place);
    }
}

std::int64_t count_rows(TestApp& test, std::string const& table_and_condition)
{
    store::Reading reading{test.db()};
    return store::find_value<std::int64_t>(reading, "SELECT count(*) FROM " + table_and_condition)
        .value_or(0);
}

} // namespace wt
