#pragma once

#include "app/app.hpp"
#include "app/participant.hpp"
#include "app/written_words.hpp"

#include <string>
#include <string_view>

namespace wt::app {

/// Sends her link again to the contact, if anyone gave it. The caller says the same either way, so
/// that nobody learns who takes part.
/// \throws Refusal (too_many) if the contact, known or not, was given five times within the hour
void send_link_again(App& app, std::string_view contact);

/// Sends a code of six digits to her contact, good for 15 minutes and five tries. Sends nothing
/// where she has none: then the words that she wrote down are the code, as long and as often.
/// \throws Refusal (too_many) after five within the hour
void send_code(App& app, Participant const& she);

/// Another secret link instead of hers, which opens nothing any more: somebody may have seen it.
/// The code shows that it is she who asks, and not who saw the link.
/// \throws Refusal (forbidden) if the code is wrong, used up or too old
SecretLink renew_own_link(App& app, Participant const& she, std::string_view code);

/// All that is held about her, as JSON: a copy to keep.
/// \throws Refusal (forbidden) if the code is wrong, used up or too old
std::string download_own_data(App& app, Participant const& she, std::string_view code);

/// Erases her: leaves her walks, destroys her key and what is sealed with it, and cuts the thread
/// from her concerns to her. Cannot be undone, in backups either.
/// \throws Refusal (forbidden) if the code is wrong, used up or too old
void erase_own_data(App& app, Participant const& she, std::string_view code);

} // namespace wt::app
