#pragma once

#include "base/crypto.hpp"
#include "base/time.hpp"
#include "store/keyring.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <zlib.h>

namespace wt::app {

/// The first line of a backup's file.
struct BackupHeader
{
    std::string id;         ///< the same in a backup and its keys
    std::string schema;     ///< `store::schema_digest`
    std::string master_key; ///< its name (`store::Keyring::master_key_name`)
    Instant created_at;
    std::optional<Instant> expires_at{}; ///< of keys

    friend bool operator==(BackupHeader const&, BackupHeader const&) = default;
};

/// Writes gzip of text lines: a header, the lines, and a last line with their number and a hash
/// over all before it, keyed by the master key: nobody without it can change a backup. The file
/// appears under its name only when it is complete and on the disk.
class BackupWriter
{
public:
    BackupWriter(
        std::filesystem::path file, BackupHeader const& header, store::Keyring const& keys);
    /// Without `finish`, nothing is left behind.
    ~BackupWriter();
    BackupWriter(BackupWriter const&) = delete;
    BackupWriter& operator=(BackupWriter const&) = delete;

    void write(std::string const& line);
    void finish();

private:
    struct Close
    {
        void operator()(gzFile file) const { gzclose(file); }
    };

    std::filesystem::path file_;
    std::filesystem::path unfinished_;
    SecretKey key_;
    std::unique_ptr<gzFile_s, Close> out_;
    std::int64_t lines_ = 0;
    std::string sum_;
};

/// The header alone; nothing if `file` is not of a backup.
std::optional<BackupHeader> find_backup_header(std::filesystem::path const& file);

/// Reads the whole file and calls `sink` with each line between header and end.
/// \throws Refusal (conflict) if it was made under a master key that `keys` does not find;
///         (invalid_input) if it is absent, cut off or has been changed; `sink` may have been
///         called by then, so read once without a sink first.
BackupHeader read_backup_file(
    store::Keyring const& keys,
    std::filesystem::path const& file,
    std::function<void(std::string const&)> const& sink);

} // namespace wt::app
