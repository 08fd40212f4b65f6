#pragma once

#include "app/app.hpp"
#include "app/record.hpp"
#include "scheme/role.hpp"
#include "store/staff.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// How long a session lasts, whatever is done in it: a shift.
inline constexpr std::chrono::hours kSessionLasts{12};

struct Credentials
{
    std::string sign_in_name;
    std::string password;
    std::string code; ///< of her authenticator
};

/// Opens a session.
///
/// From the fifth failure on, each try locks the name for 15 minutes. The refusal is the same for
/// an unknown name, a wrong password, a wrong or used code, a lock and a suspension, and takes as
/// long. Every try leaves an audit row.
/// \returns its token, for a cookie: stored only as a hash
/// \throws Refusal: forbidden; too_many
std::string sign_in(App& app, Credentials const& credentials);

/// Stores a session with its audit row, for whoever has been let in.
/// \returns its token
std::string open_session(
    App const& app,
    store::Transaction& tx,
    store::StoredStaff const& staff,
    Reason reason = Reason::none);

/// Ends the session; does nothing if there is none.
void sign_out(App& app, std::string_view session_token);

/// Who is signed in with `session_token`: nobody after 12 hours, after signing out, after a reset,
/// or while suspended.
std::optional<Person> find_person_by_session(App const& app, std::string_view session_token);

} // namespace wt::app
