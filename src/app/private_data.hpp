#pragma once

#include "base/crypto.hpp"

#include <string>
#include <string_view>

namespace wt::app {

/// What is known of a woman as a person; stored only sealed with her own key, in
/// participant_private.
struct PrivatePerson
{
    std::string name;
    std::string contact; ///< e-mail address, phone number, or empty
    std::string token;   ///< of her secret link
    bool wants_messages = true;

    friend bool operator==(PrivatePerson const&, PrivatePerson const&) = default;
};

std::string seal_private(PrivatePerson const& person, SecretKey const& her_key);

/// \throws std::runtime_error if `sealed` was not made by `seal_private` with this key
PrivatePerson open_private(std::string_view sealed, SecretKey const& her_key);

} // namespace wt::app
