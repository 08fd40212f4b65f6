#include "support/given.hpp"

#include "daylight/zone.hpp"
#include "store/areas.hpp"
#include "store/roster.hpp"

namespace wt {

namespace {

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
}

} // namespace

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
}

} // namespace wt
