#pragma once

#include <string>
#include <string_view>

namespace wt {

/// Argon2id of `password` with a random salt, with its parameters as text ("$argon2id$…"): 19 MiB
/// and two passes (OWASP's first choice), about 50 ms. At most two are computed at once in this
/// process, so that a flood of sign-ins takes neither memory nor every core.
/// \throws Refusal (too_many) if none of the two places gets free within two seconds
std::string hash_password(std::string_view password);

/// True if `hash` was made from `password`. An empty hash fits nothing, and takes as long to say
/// so.
/// \throws Refusal (too_many) as `hash_password`
bool is_password(std::string_view hash, std::string_view password);

/// True if it stands among those that everybody tries first; case and digits or signs at its ends
/// make no difference.
bool is_common_password(std::string_view password);

} // namespace wt
