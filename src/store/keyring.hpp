#pragma once

#include "base/crypto.hpp"
#include "store/db.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace wt::store {

/// What a secret of the installation is for. Each purpose has a key of its own.
enum class KeyPurpose
{
    lookup,     ///< hashes of links, contacts and codes
    pseudonym,  ///< counts distinct people behind concerns
    audit,      ///< chains the audit rows
    cookie,     ///< seals drafts of forms in her browser
    staff,      ///< seals the second factors of staff
    walk,       ///< makes the word of the day
    words,      ///< makes a link of the words that she wrote down
    disclosure, ///< seals what safeguarding alone may read
    complaint,  ///< seals what professional standards or the watchdog alone may read
    outside,    ///< seals addresses of partners and of those who subscribed
};

/// The master key: from `text` (base64url, 43 characters) if not empty, else from `file`, which is
/// made (mode 0600) if it does not exist.
/// \throws Refusal (invalid_input) if what is there is not a key.
SecretKey load_master_key(std::string const& text, std::filesystem::path const& file);

/// The keys in use. The master key opens them and never touches the database.
class Keyring
{
public:
    /// Opens the installation's keys and makes those that are missing.
    /// \throws Refusal (conflict) if `master` is not the key that they were sealed with.
    Keyring(Db& db, SecretKey const& master);

    [[nodiscard]] SecretKey const& key(KeyPurpose purpose) const { return keys_.at(purpose); }
    /// `keyed_hash` with the key for `purpose`.
    [[nodiscard]] std::string hash(KeyPurpose purpose, std::string_view text) const;

    /// A woman's own key as it is stored, and back.
    [[nodiscard]] std::string wrap(SecretKey const& participant_key) const;
    /// \throws Refusal (conflict) if it was wrapped under another master key.
    [[nodiscard]] SecretKey unwrap(std::string_view wrapped) const;

private:
    SecretKey wrapping_;
    std::map<KeyPurpose, SecretKey> keys_;
};

/// Seals every stored key under `next` instead of `current`, in one transaction.
/// \param also  done in the same transaction
/// \returns how many keys of participants were sealed anew.
std::int64_t rotate_master_key(
    Db& db,
    SecretKey const& current,
    SecretKey const& next,
    std::function<void(Transaction&)> const& also);

} // namespace wt::store
