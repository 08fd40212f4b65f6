#include "store/messages.hpp"

#include "store/sql.hpp"

namespace wt::store {

void insert_message(Transaction& tx, StoredMessage const& message, Instant run_at)
{
    execute(
        tx,
        "INSERT INTO message (participant_id, staff_id, kind, subject_id, sealed, run_at) "
        "VALUES (:participant, :staff, :kind, :subject, :sealed, :run_at)",
        message.participant,
        message.staff,
        code_in(kMessageKinds, message.kind),
        message.subject_id,
        message.sealed,
        run_at);
}

bool delete_waiting_message(Transaction& tx, StoredMessage const& message, Instant run_at)
{
    return execute(
               tx,
               "DELETE FROM message WHERE participant_id = :participant AND kind = :kind "
               "AND subject_id = :subject AND run_at = :run_at AND state = 'waiting' "
               "AND attempts = 0",
               message.participant,
               code_in(kMessageKinds, message.kind),
               message.subject_id,
               run_at) > 0;
}

std::optional<StoredMessage> find_message(Reading& reading, std::int64_t id)
{
    auto row = find_row<
        std::string,
        std::optional<ParticipantId>,
        std::optional<StaffId>,
        std::int64_t,
        std::string>(
        reading,
        "SELECT kind, participant_id, staff_id, subject_id, sealed FROM message WHERE id = :id",
        id);
    if (!row) {
        return std::nullopt;
    }
    auto& [kind, participant, staff, subject, sealed] = *row;
    return StoredMessage{
        .kind = find_in(kMessageKinds, kind).value(),
        .participant = participant,
        .staff = staff,
        .subject_id = subject,
        .sealed = std::move(sealed)};
}

std::int64_t
count_messages_to(Reading& reading, std::string_view contact_hash, MessageKind kind, Instant since)
{
    return find_value<std::int64_t>(
               reading,
               "SELECT count(*) FROM participant_key k JOIN message m "
               "ON m.participant_id = k.participant_id WHERE k.contact_hash = :hash "
               "AND m.kind = :kind AND m.run_at >= :since",
               contact_hash,
               code_in(kMessageKinds, kind),
               since)
        .value();
}

std::vector<QueuedMessage> list_messages_to(Reading& reading, ParticipantId participant)
{
    std::vector<QueuedMessage> messages;
    for (auto const& [kind, run_at] : list_rows<std::string, Instant>(
             reading,
             "SELECT kind, run_at FROM message WHERE participant_id = :id ORDER BY run_at, id",
             participant)) {
        messages.push_back({.kind = find_in(kMessageKinds, kind).value(), .run_at = run_at});
    }
    return messages;
}

std::int64_t insert_reminders(Transaction& tx, ReminderWindow const& window, Instant now)
{
    return execute(
        tx,
        "INSERT INTO message (participant_id, kind, subject_id, run_at) "
        "SELECT DISTINCT r.participant_id, CAST(:kind AS TEXT), w.id, CAST(:now AS BIGINT) "
        "FROM walk w JOIN walk_request wr ON wr.walk_id = w.id JOIN request r ON r.id = "
        "wr.request_id JOIN participant p ON p.id = r.participant_id "
        "WHERE w.state = 'confirmed' AND wr.state = 'accepted' AND p.erased_at IS NULL "
        "AND w.starts_at > :earliest AND w.starts_at <= :latest "
        "ON CONFLICT DO NOTHING",
        code_in(kMessageKinds, window.kind),
        now,
        window.earliest,
        window.latest);
}

} // namespace wt::store
