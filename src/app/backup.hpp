#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"

#include <cstdint>
#include <filesystem>

namespace wt::app {

/// How long the keys of a backup may be used: a woman who is erased is gone from every backup
/// after this time.
inline constexpr std::chrono::days kBackupKeysLast{7};

/// Writes everything but the women's keys to `file`, and those to `file`.keys, both from the same
/// moment. Their folder is remembered, so that the keys are removed when their time is over.
/// \returns how many rows were written
/// \throws Refusal: forbidden; not_found if there is no such folder
std::int64_t back_up(App& app, Person const& person, std::filesystem::path const& file);

/// Removes the keys whose time is over from every folder of this machine that a backup was ever
/// written to.
void remove_expired_backup_keys(App& app);

enum class WithKeys
{
    required,
    without ///< every woman whose data need a key is erased
};

/// What came back.
struct Restored
{
    std::int64_t rows = 0;
    std::int64_t erased = 0; ///< women whose key was not there
};

/// Puts a backup into an empty database, of either kind, in one transaction. Afterwards `app` must
/// not be used: its keys are not those of the backup.
/// \throws Refusal (conflict)       if the database is not empty, has another schema, or `app` has
///                                  another master key than the backup
/// \throws Refusal (invalid_input)  if a file is missing, incomplete or changed, or its keys have
///                                  expired; nothing is restored then
Restored restore(App& app, Person const& person, std::filesystem::path const& file, WithKeys keys);

} // namespace wt::app
