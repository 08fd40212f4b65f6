#pragma once

#include "app/app.hpp"
#include "app/participant.hpp"

#include <string>
#include <string_view>

/// Codes that a woman gives once more before something that cannot be undone, or to show that a
/// contact is hers.
namespace wt::app {

/// Six digits.
std::string make_code();

/// Keeps the code for 15 minutes and five tries, in place of an earlier one.
/// \param purpose  it opens nothing else
void keep_code(
    App const& app,
    store::Transaction& tx,
    Participant const& she,
    std::string_view purpose,
    std::string_view code);

/// Uses up one try, in a transaction of its own, so that a wrong code counts even though the rest
/// is refused. \returns true, and forgets the code, if it was right and in time
bool take_code(App& app, Participant const& she, std::string_view purpose, std::string_view code);

/// What was typed without what sets digits apart.
std::string only_digits(std::string_view typed);

/// Nobody's mailbox is filled by someone else's finger, and no code is guessed in many rounds.
/// \throws Refusal (too_many) after five within the hour under this key
void require_seldom(App const& app, std::string_view key);

} // namespace wt::app
