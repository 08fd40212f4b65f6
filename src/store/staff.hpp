#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/role.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// A member of staff as the database holds her.
struct StoredStaff
{
    StaffId id;
    std::string sign_in_name; ///< lower case, unique
    std::string name;
    Role role = Role::officer;
    std::optional<BcuId> bcu;
    std::string password_hash; ///< empty until she has chosen one
    std::string totp_secret;   ///< sealed; empty until she has confirmed it
    std::int64_t totp_step = 0;
    std::optional<Instant> suspended_at;
    Instant created_at;
};

/// \returns false, changing nothing, if the sign-in name is taken.
bool insert_staff(Transaction& tx, StoredStaff const& staff);

std::optional<StoredStaff> find_staff(Reading& reading, StaffId id);
std::optional<StoredStaff> find_staff_by_name(Reading& reading, std::string_view sign_in_name);

/// Everyone, by sign-in name; with `bcu`, that unit's own.
std::vector<StoredStaff> list_staff(Reading& reading, std::optional<BcuId> bcu = std::nullopt);

/// Forgets password, second factor, failures, sessions and invitations.
void reset_staff(Transaction& tx, StaffId id);

/// Suspends (`at`) or reinstates (nothing) her. Suspended, she has no session or invitation left.
/// \returns false if she was so already.
bool suspend_staff(Transaction& tx, StaffId id, std::optional<Instant> at);

/// A try to sign in that must count before it is judged, so that tries at the same moment cannot
/// outrun the limit: in one statement, refuses it while she is locked out, else counts a failure
/// and from `limit` failures on locks her out until `locked_until`.
/// \returns false if the name is unknown or locked out, or its holder suspended or not set up.
bool count_try(
    Transaction& tx, std::string_view sign_in_name, Instant now, int limit, Instant locked_until);

/// Accepts a try with the code of `totp_step`, in one statement, so that no code is used twice:
/// clears failures and lock.
/// \returns false if a code of this or a later step was used before, or if she was suspended or
///          her password changed since `password_hash` was read.
bool accept_try(
    Transaction& tx, StaffId id, std::string_view password_hash, std::int64_t totp_step);

void insert_session(
    Transaction& tx, std::string_view token_hash, StaffId staff, Instant expires_at);

/// Who holds the session: not where it has expired, or she or her officer is suspended. An officer
/// without a command unit of her own as staff has that of her collar number.
std::optional<Person>
find_person_by_session(Reading& reading, std::string_view token_hash, Instant now);

/// \returns whose it was; nothing if there is none.
std::optional<StaffId> delete_session(Transaction& tx, std::string_view token_hash);

/// Makes this her only invitation.
void put_invitation(
    Transaction& tx, std::string_view token_hash, StaffId staff, Instant expires_at);

std::optional<StoredStaff>
find_invited_staff(Reading& reading, std::string_view token_hash, Instant now);

/// Uses the invitation up: password and second factor are set, older sessions end.
/// \returns whose it was; nothing if it is used or expired, or its holder suspended.
struct NewCredentials
{
    std::string password_hash;
    std::string totp_secret; ///< sealed
    std::int64_t totp_step = 0;
};
std::optional<StaffId> take_invitation(
    Transaction& tx, std::string_view token_hash, NewCredentials const& credentials, Instant now);

} // namespace wt::store
