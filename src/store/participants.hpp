#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::store {

/// A woman as the database holds her: hashes, and what is sealed with her own key.
struct StoredParticipant
{
    ParticipantId id;
    std::string link_hash;                   ///< of the token in her secret link
    std::optional<std::string> contact_hash; ///< of her e-mail address or number, if she gave one
    std::string pseudonym;                   ///< stands for her behind her concerns
    std::string wrapped_key;
    std::string sealed; ///< name, contact and link token
    Instant created_at;
};

void insert_participant(Transaction& tx, StoredParticipant const& participant);

/// By her link's hash; nothing if there is none or she has been erased.
std::optional<StoredParticipant>
find_participant_by_link(Reading& reading, std::string_view link_hash);
std::optional<StoredParticipant> find_participant(Reading& reading, ParticipantId id);

/// All who gave the contact, newest first.
std::vector<StoredParticipant>
list_participants_by_contact(Reading& reading, std::string_view contact_hash);

/// What may change of her.
struct ParticipantChange
{
    std::string link_hash;
    std::optional<std::string> contact_hash;
    std::string sealed;
};

/// Replaces what is sealed, and the hashes by which her link and her contact are found.
void update_participant(Transaction& tx, ParticipantId id, ParticipantChange const& change);

/// Erases her: her key with the hashes that could find her, everything sealed with it, and the
/// pseudonym behind her concerns, which becomes `random_pseudonym`. Requests, walks and concerns
/// stay as numbers without a person.
void erase_participant(
    Transaction& tx, ParticipantId id, std::string_view random_pseudonym, Instant now);

/// A code that she must give before a download or an erasure; replaces an earlier one.
void put_one_time_code(
    Transaction& tx, ParticipantId id, std::string_view code_hash, Instant expires_at);

/// Uses up one of five tries. \returns true, and forgets the code, if it was right and in time.
bool take_one_time_code(Transaction& tx, ParticipantId id, std::string_view code_hash, Instant now);

} // namespace wt::store
