#pragma once

#include "app/app.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Ten words on paper: the way back for a woman who gave no contact. Her link's token follows from
/// them and a key of the installation, so that nothing more is kept to find her by.
namespace wt::app {

/// Five pairs from the system's random source, "amber acorn …": 60 bits.
std::string make_written_words();

/// What she typed as `make_written_words` wrote it; nothing if it cannot be such words.
std::optional<std::string> find_written_words(std::string_view typed);

/// The token of the link that belongs to `words`, which are as `make_written_words` wrote them.
/// A new master key does not change it.
std::string token_of_words(App const& app, std::string_view words);

/// How a woman reaches her page.
struct SecretLink
{
    std::string token;
    std::string
        words; ///< to write down, from which the token follows; empty where she has a contact
};

/// A new one.
SecretLink make_secret_link(App const& app, bool has_contact);

/// The token of the woman who wrote these words down.
/// \param client  where it was typed: whatever tells clients apart; not kept beyond memory
/// \throws Refusal (forbidden) with one sentence for all that open nothing; (too_many) after ten
///         tries of a client, or 400 of all clients, in ten minutes
std::string require_token_of_words(App& app, std::string_view typed, std::string_view client);

} // namespace wt::app
