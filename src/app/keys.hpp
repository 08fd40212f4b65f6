#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"
#include "store/keyring.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace wt::app {

/// Opens the installation's keys with the master key in `text` (base64url) if that is not empty,
/// else with the one in `file`, which is made if absent. If a rotation was cut off, whichever of
/// the old and the new key fits the database is kept.
/// \throws Refusal (invalid_input, conflict) as `store::load_master_key` and `store::Keyring`
store::Keyring
open_keyring(store::Db& db, std::string const& text, std::filesystem::path const& file);

/// Makes a new master key in `file` and seals every stored key with it. A crash at any moment
/// leaves a database and a file that `open_keyring` opens. Servers that read the same file go on:
/// they find the new key there when they meet what it sealed.
/// \returns how many keys of participants were sealed anew
std::int64_t rotate_keys(App& app, Person const& person, std::filesystem::path const& file);

/// Where the next master key waits while the database is sealed with it.
std::filesystem::path next_key_file(std::filesystem::path const& file);

} // namespace wt::app
