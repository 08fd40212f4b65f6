#include "support/given_staff.hpp"

#include "app/sign_in.hpp"
#include "store/roster.hpp"
#include "store/staff.hpp"

namespace wt {

std::string given_session(TestApp& test, Person const& person)
{
    store::StoredStaff const staff{
        .id = {person.id},
        .sign_in_name = "staff-" + std::to_string(person.id),
        .name = "Staff " + std::to_string(person.id),
        .role = person.role,
        .bcu = person.bcu,
        .password_hash = {},
        .totp_secret = {},
        .suspended_at = {},
        .created_at = test.now};
    store::Transaction tx{test.db()};
    store::insert_staff(tx, staff);
    if (person.officer) {
        store::link_officer(tx, *person.officer, staff.id);
    }
    auto token = app::open_session(test.app(), tx, staff);
    tx.commit();
    return token;
}

} // namespace wt
