#pragma once

#include <filesystem>
#include <string_view>

namespace wt::app {

/// Where a new version of `file` is written before it takes the name: beside it, hidden, with the
/// same ending.
std::filesystem::path unfinished_path(std::filesystem::path const& file);

/// Creates or empties `file`, readable by its owner alone. \throws std::system_error
void make_private_file(std::filesystem::path const& file);

/// Waits until the content of `file` is on the disk. \throws std::system_error
void sync_file(std::filesystem::path const& file);

/// Gives `from`, whose content is on the disk, the name `to`, in one step that survives a crash.
/// \throws std::system_error
void replace_file(std::filesystem::path const& from, std::filesystem::path const& to);

/// Removes `file`, also after a crash. Nothing happens if there is none.
void remove_file(std::filesystem::path const& file);

} // namespace wt::app
