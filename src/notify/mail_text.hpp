#pragma once

#include "base/time.hpp"
#include "notify/channel.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace wt::notify {

/// `mail` as an Internet message (RFC 5322) with CRLF line ends: a subject outside ASCII as
/// encoded words (RFC 2047), a text outside ASCII or with long lines as base64 (RFC 2045).
/// With a `stop_url` it says where to stop (List-Unsubscribe, RFC 2369), and over https that one
/// click does (RFC 8058).
///
/// \param message_id  without angle brackets
/// \throws SendError  if an address or the subject holds a control character, with which it could
///                    add headers or recipients
std::string to_internet_message(
    Mail const& mail, std::string_view from, Instant date, std::string_view message_id);

/// The inverse: the mail that `to_internet_message` was given, its text ending with "\n"; nothing
/// if `message` was not written by it.
std::optional<Mail> find_mail(std::string_view message);

} // namespace wt::notify
