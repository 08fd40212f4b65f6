#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wt {

/// An e-mail address or a telephone number in the one form in which it is kept and looked up:
/// the address in lower case, the number as `+` and digits (E.164).
/// \param calling_code  of the force's country, put in place of a leading 0
/// \returns nothing if `typed` is neither
std::optional<std::string> find_contact(std::string_view typed, std::string_view calling_code);

/// True for an e-mail address, false for a telephone number.
bool is_email(std::string_view contact);

/// Enough to recognise one's own and no more: "a…@example.org", "…4567".
std::string masked(std::string_view contact);

} // namespace wt
