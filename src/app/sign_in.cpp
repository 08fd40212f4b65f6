#include "app/sign_in.hpp"

#include "app/permission.hpp"
#include "app/second_factor.hpp"
#include "base/password.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

#include <stdexcept>

namespace wt::app {

namespace {

using store::KeyPurpose;

constexpr int kFailuresAllowed = 20; // more than one client may fail with one name
constexpr std::chrono::minutes kLocked{15};

/// A try that counts as a failure until it is accepted. The transaction ends before the password
/// is hashed, so that nobody waits for the database meanwhile.
struct Try
{
    store::StoredStaff staff; ///< empty if nobody has the name
    bool is_allowed = false;
};

Try begin_try(App& app, std::string_view typed_name)
{
    auto const name = to_lower(trimmed(typed_name));
    if (!is_clean_utf8(name)) {
        return {};
    }
    store::Transaction tx{app.db};
    Try result{.staff = store::find_staff_by_name(tx, name).value_or(store::StoredStaff{})};
    result.is_allowed =
        store::count_try(tx, name, app.now(), kFailuresAllowed, app.now() + kLocked);
    tx.commit();
    return result;
}

[[noreturn]] void refuse(App& app, StaffId staff)
{
    store::Transaction tx{app.db};
    record(app, tx, kVisitor, Action::sign_in, staff, Reason::refused);
    tx.commit();
    throw Refusal{
        Refusal::forbidden,
        N_("The name, the password or the code is not right. After many failures a name is locked "
           "for 15 minutes.")};
}

std::optional<std::int64_t>
find_step(App const& app, store::StoredStaff const& staff, std::string_view code)
{
    auto const secret = open(app.keys.key(KeyPurpose::staff), staff.totp_secret);
    if (!secret) {
        throw std::runtime_error{"a second factor does not open with its key"};
    }
    return find_second_factor_step(*secret, code, app.now());
}

/// Nothing if another sign-in used the code first, or she was suspended or reset meanwhile.
std::optional<std::string> accept(App& app, store::StoredStaff const& staff, std::int64_t step)
{
    store::Transaction tx{app.db};
    if (!store::accept_try(tx, staff.id, staff.password_hash, step)) {
        return std::nullopt;
    }
    auto token = open_session(app, tx, staff);
    tx.commit();
    return token;
}

} // namespace

std::string
open_session(App const& app, store::Transaction& tx, store::StoredStaff const& staff, Reason reason)
{
    auto token = random_token();
    store::insert_session(
        tx, app.keys.hash(KeyPurpose::lookup, token), staff.id, app.now() + kSessionLasts);
    record(
        app,
        tx,
        {.role = staff.role, .id = staff.id.value, .bcu = staff.bcu},
        Action::sign_in,
        staff.id,
        reason);
    return token;
}

std::string sign_in(App& app, Credentials const& credentials)
{
    require_permission(kVisitor, Action::sign_in);
    auto const [staff, is_allowed] = begin_try(app, credentials.sign_in_name);
    bool const is_hers =
        is_password(is_allowed ? staff.password_hash : std::string{}, credentials.password);
    auto const step = is_allowed ? find_step(app, staff, credentials.code) : std::nullopt;
    if (!is_hers || !step) {
        refuse(app, staff.id);
    }
    auto token = accept(app, staff, *step);
    if (!token) {
        refuse(app, staff.id);
    }
    return *std::move(token);
}

void sign_out(App& app, std::string_view session_token)
{
    auto const person = find_person_by_session(app, session_token);
    store::Transaction tx{app.db};
    auto const staff = store::delete_session(tx, app.keys.hash(KeyPurpose::lookup, session_token));
    if (person && staff) {
        require_permission(*person, Action::sign_out);
        record(app, tx, *person, Action::sign_out, *staff);
    }
    tx.commit();
}

std::optional<Person> find_person_by_session(App const& app, std::string_view session_token)
{
    if (session_token.empty()) {
        return std::nullopt;
    }
    store::Reading reading{app.db};
    return store::find_person_by_session(
        reading, app.keys.hash(KeyPurpose::lookup, session_token), app.now());
}

} // namespace wt::app
