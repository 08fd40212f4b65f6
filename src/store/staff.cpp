#include "store/staff.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace wt::store {

namespace {

Role role_of(std::string_view code)
{
    auto const role = find_in(kRoles, code);
    if (!role) {
        throw std::runtime_error{"unknown role in the database"};
    }
    return *role;
}

template <class... Arguments>
std::vector<StoredStaff>
list_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    std::vector<StoredStaff> staff;
    for (auto& [id, sign_in_name, name, role, bcu, password, secret, step, suspended, created] :
         list_rows<
             StaffId,
             std::string,
             std::string,
             std::string,
             std::optional<BcuId>,
             std::optional<std::string>,
             std::optional<std::string>,
             std::int64_t,
             std::optional<Instant>,
             Instant>(
             reading,
             fmt::format(
                 "SELECT s.id, s.sign_in_name, s.name, s.role, s.bcu_id, s.password_hash, "
                 "s.totp_secret, s.totp_step, s.suspended_at, s.created_at FROM staff s {} "
                 "ORDER BY s.sign_in_name",
                 condition),
             arguments...)) {
        staff.push_back(
            {.id = id,
             .sign_in_name = std::move(sign_in_name),
             .name = std::move(name),
             .role = role_of(role),
             .bcu = bcu,
             .password_hash = std::move(password).value_or(""),
             .totp_secret = std::move(secret).value_or(""),
             .totp_step = step,
             .suspended_at = suspended,
             .created_at = created});
    }
    return staff;
}

std::optional<StoredStaff> first_of(std::vector<StoredStaff> staff)
{
    return staff.empty() ? std::nullopt : std::optional{std::move(staff.front())};
}

void end_sessions(Transaction& tx, StaffId id)
{
    execute(tx, "DELETE FROM staff_session WHERE staff_id = :id", id);
    execute(tx, "DELETE FROM staff_invitation WHERE staff_id = :id", id);
}

} // namespace

bool insert_staff(Transaction& tx, StoredStaff const& staff)
{
    return execute(
               tx,
               "INSERT INTO staff (id, sign_in_name, name, role, bcu_id, created_at) "
               "VALUES (:id, :sign_in_name, :name, :role, :bcu, :created_at) "
               "ON CONFLICT (sign_in_name) DO NOTHING",
               staff.id,
               staff.sign_in_name,
               staff.name,
               code_in(kRoles, staff.role),
               staff.bcu,
               staff.created_at) == 1;
}

std::optional<StoredStaff> find_staff(Reading& reading, StaffId id)
{
    return first_of(list_where(reading, "WHERE s.id = :id", id));
}

std::optional<StoredStaff> find_staff_by_name(Reading& reading, std::string_view sign_in_name)
{
    return first_of(list_where(reading, "WHERE s.sign_in_name = :name", sign_in_name));
}

std::vector<StoredStaff> list_staff(Reading& reading, std::optional<BcuId> bcu)
{
    return bcu ? list_where(reading, "WHERE s.bcu_id = :bcu", *bcu) : list_where(reading, "");
}

void reset_staff(Transaction& tx, StaffId id)
{
    end_sessions(tx, id);
    execute(
        tx,
        "UPDATE staff SET password_hash = NULL, totp_secret = NULL, totp_step = 0, failures = 0, "
        "locked_until = 0 WHERE id = :id",
        id);
}

bool suspend_staff(Transaction& tx, StaffId id, std::optional<Instant> at)
{
    if (at) {
        end_sessions(tx, id);
    }
    return execute(
               tx,
               fmt::format(
                   "UPDATE staff SET suspended_at = :at WHERE id = :id AND suspended_at IS {} NULL",
                   at ? "" : "NOT"),
               at,
               id) == 1;
}

bool count_try(
    Transaction& tx, std::string_view sign_in_name, Instant now, int limit, Instant locked_until)
{
    return execute(
               tx,
               // A lock that is over leaves no failures behind.
               "UPDATE staff SET failures = CASE WHEN locked_until > 0 THEN 1 ELSE failures + 1 "
               "END, "
               "locked_until = CASE WHEN locked_until = 0 AND failures + 1 >= :limit "
               "THEN CAST(:locked_until AS BIGINT) ELSE 0 END "
               "WHERE sign_in_name = :name AND locked_until <= :now AND suspended_at IS NULL "
               "AND password_hash IS NOT NULL AND totp_secret IS NOT NULL",
               limit,
               locked_until,
               sign_in_name,
               now) == 1;
}

bool accept_try(Transaction& tx, StaffId id, std::string_view password_hash, std::int64_t totp_step)
{
    return execute(
               tx,
               "UPDATE staff SET failures = 0, locked_until = 0, totp_step = :step "
               "WHERE id = :id AND password_hash = :hash AND totp_step < :used "
               "AND suspended_at IS NULL",
               totp_step,
               id,
               password_hash,
               totp_step) == 1;
}

void insert_session(Transaction& tx, std::string_view token_hash, StaffId staff, Instant expires_at)
{
    execute(
        tx,
        "INSERT INTO staff_session (token_hash, staff_id, expires_at) "
        "VALUES (:hash, :staff, :expires_at)",
        token_hash,
        staff,
        expires_at);
}

std::optional<Person>
find_person_by_session(Reading& reading, std::string_view token_hash, Instant now)
{
    auto const row = find_row<StaffId, std::string, std::optional<BcuId>, std::optional<OfficerId>>(
        reading,
        "SELECT s.id, s.role, COALESCE(s.bcu_id, o.bcu_id), o.id FROM staff_session t "
        "JOIN staff s ON s.id = t.staff_id LEFT JOIN officer o ON o.staff_id = s.id "
        "WHERE t.token_hash = :hash AND t.expires_at > :now "
        "AND s.suspended_at IS NULL AND o.suspended_at IS NULL",
        token_hash,
        now);
    if (!row) {
        return std::nullopt;
    }
    auto const& [id, role, bcu, officer] = *row;
    return Person{.role = role_of(role), .id = id.value, .bcu = bcu, .officer = officer};
}

std::optional<StaffId> delete_session(Transaction& tx, std::string_view token_hash)
{
    return find_value<StaffId>(
        tx, "DELETE FROM staff_session WHERE token_hash = :hash RETURNING staff_id", token_hash);
}

void put_invitation(Transaction& tx, std::string_view token_hash, StaffId staff, Instant expires_at)
{
    execute(tx, "DELETE FROM staff_invitation WHERE staff_id = :staff", staff);
    execute(
        tx,
        "INSERT INTO staff_invitation (token_hash, staff_id, expires_at) "
        "VALUES (:hash, :staff, :expires_at)",
        token_hash,
        staff,
        expires_at);
}

std::optional<StoredStaff>
find_invited_staff(Reading& reading, std::string_view token_hash, Instant now)
{
    return first_of(list_where(
        reading,
        "JOIN staff_invitation i ON i.staff_id = s.id "
        "WHERE i.token_hash = :hash AND i.expires_at > :now AND s.suspended_at IS NULL",
        token_hash,
        now));
}

std::optional<StaffId> take_invitation(
    Transaction& tx, std::string_view token_hash, NewCredentials const& credentials, Instant now)
{
    auto const id = find_value<StaffId>(
        tx,
        "DELETE FROM staff_invitation WHERE token_hash = :hash AND expires_at > :now "
        "AND staff_id IN (SELECT id FROM staff WHERE suspended_at IS NULL) RETURNING staff_id",
        token_hash,
        now);
    if (!id) {
        return std::nullopt;
    }
    reset_staff(tx, *id);
    execute(
        tx,
        "UPDATE staff SET password_hash = :hash, totp_secret = :secret, totp_step = :step "
        "WHERE id = :id",
        credentials.password_hash,
        credentials.totp_secret,
        credentials.totp_step,
        *id);
    return id;
}

} // namespace wt::store
