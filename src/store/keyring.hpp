#pragma once

#include "base/crypto.hpp"
#include "store/db.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

/// The keys in use. The master key opens them and never touches the database. Whatever it seals
/// says which master key that was, so that a server learns of a rotation.
class Keyring
{
public:
    /// Reads again which master keys there may be by now.
    using FindMasterKeys = std::function<std::vector<SecretKey>()>;

    /// Opens the installation's keys and makes those that are missing.
    /// \param find_others  asked when a stored key names a master key that is not known yet
    /// \throws Refusal (conflict) if `master` is not the key that they were sealed with.
    Keyring(Db& db, SecretKey const& master, FindMasterKeys find_others = {});

    [[nodiscard]] SecretKey const& key(KeyPurpose purpose) const { return keys_.at(purpose); }
    /// `keyed_hash` with the key for `purpose`.
    [[nodiscard]] std::string hash(KeyPurpose purpose, std::string_view text) const;

    /// A woman's own key as it is stored, and back.
    [[nodiscard]] std::string wrap(SecretKey const& participant_key) const;
    /// \throws Refusal (conflict) if it was wrapped under a master key that cannot be found.
    [[nodiscard]] SecretKey unwrap(std::string_view wrapped) const;

    /// The name of the master key in force, and what proves that a backup was made under the one of
    /// this name. \throws Refusal (conflict) if it cannot be found
    [[nodiscard]] std::string master_key_name() const;
    [[nodiscard]] SecretKey backup_key(std::string_view master_key_name) const;

    /// Wraps from now on with the master key that the database names.
    /// \throws Refusal (conflict) if it cannot be found
    void follow_rotation(Reading& reading) const;

private:
    class MasterKeys;
    std::shared_ptr<MasterKeys> master_keys_;
    std::map<KeyPurpose, SecretKey> keys_;
};

/// Whether a key wrapped like this is of the master key that the database names; no rotation
/// overtakes `tx` after that.
bool is_wrapped_for(Transaction& tx, std::string_view wrapped);

/// Seals every stored key under `next` instead of `current`, in one transaction.
/// \param also  done in the same transaction
/// \returns how many keys of participants were sealed anew.
std::int64_t rotate_master_key(
    Db& db,
    SecretKey const& current,
    SecretKey const& next,
    std::function<void(Transaction&)> const& also);

} // namespace wt::store
