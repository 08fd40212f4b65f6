#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/message_kind.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// A message as the database holds it: to whom and about what. At most one of `participant` and
/// `staff` is set; without either it is a letter to an address outside, which is sealed in it.
struct StoredMessage
{
    MessageKind kind = MessageKind::request_received;
    std::optional<ParticipantId> participant{};
    std::optional<StaffId> staff{};
    std::int64_t subject_id = 0; ///< the request, walk, concern or referral
    std::string sealed{};        ///< with the key of the participant, or that of the installation
};

void insert_message(Transaction& tx, StoredMessage const& message, Instant run_at);

/// Takes a message back that was due at `run_at`. \returns false if it has left or is leaving.
bool delete_waiting_message(Transaction& tx, StoredMessage const& message, Instant run_at);

/// Nothing if it has been deleted, as when she was erased.
std::optional<StoredMessage> find_message(Reading& reading, std::int64_t id);

/// How many messages of a kind were queued since then for all who gave this contact.
std::int64_t
count_messages_to(Reading& reading, std::string_view contact_hash, MessageKind kind, Instant since);

/// A message as she may see it: what it is about and when it is or was due.
struct QueuedMessage
{
    MessageKind kind = MessageKind::request_received;
    Instant run_at;
};

/// All to her that are kept, sent or not, oldest first.
std::vector<QueuedMessage> list_messages_to(Reading& reading, ParticipantId participant);

/// When a reminder is due: before a walk that starts after `earliest` and up to `latest`.
struct ReminderWindow
{
    MessageKind kind = MessageKind::reminder_day;
    Instant earliest;
    Instant latest;
};

/// Queues the reminder for everybody who said yes to a confirmed walk within the window; each
/// woman gets each reminder of a walk once, however often and wherever this runs.
/// \returns how many were queued.
std::int64_t insert_reminders(Transaction& tx, ReminderWindow const& window, Instant now);

} // namespace wt::store
