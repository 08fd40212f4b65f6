#pragma once

#include "base/crypto.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// The secret of a time-based one-time password (RFC 6238: SHA-1, 6 digits, 30 seconds, which is
/// what every authenticator reads), 20 bytes.
///
/// It follows from the invitation's token and `key`: so it need not be stored before she has shown
/// that her authenticator has it, and looking at the page twice shows the same.
std::string second_factor_secret(SecretKey const& key, std::string_view invitation_token);

/// As people type it into an authenticator: base32 (RFC 4648), in groups of four.
std::string readable_secret(std::string_view secret);

/// `otpauth://totp/…`, for a QR code.
std::string
second_factor_uri(std::string_view secret, std::string_view issuer, std::string_view account);

/// The step (30 seconds since 1970) of which `typed` is the code: that of `now`, the one before or
/// the one after it, as clocks differ. White space in `typed` makes no difference.
std::optional<std::int64_t>
find_second_factor_step(std::string_view secret, std::string_view typed, Instant now);

/// The code of a step.
std::string second_factor_code(std::string_view secret, std::int64_t step);

} // namespace wt::app
