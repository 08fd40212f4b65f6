#pragma once

#include "app/app.hpp"
#include "base/field_errors.hpp"
#include "scheme/role.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// What the page of an invitation shows her.
struct Invitation
{
    std::string name;
    std::string sign_in_name;
    std::string secret; ///< of her second factor, to type into an authenticator
    std::string uri;    ///< the same for a QR code
};

/// Nothing if there is no such invitation, or it is used or older than 48 hours. Changes nothing:
/// looking twice shows the same secret.
std::optional<Invitation> find_invitation(App const& app, std::string_view token);

/// What she sends back.
struct ChosenPassword
{
    std::string password; ///< 12..200 characters, none of the most common
    std::string code;     ///< shows that her authenticator has the secret
};

/// Sets password and second factor and uses the invitation up.
/// \returns what is wrong with the fields `password` and `code`; empty: it is done
/// \throws Refusal: not_found (no such invitation, or used or expired); too_many
FieldErrors accept_invitation(App& app, std::string_view token, ChosenPassword const& chosen);

} // namespace wt::app
