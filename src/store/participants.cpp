#include "store/participants.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

std::vector<StoredParticipant>
list_where(Reading& reading, std::string_view condition, auto const& value)
{
    auto const rows = list_rows<
        ParticipantId,
        std::string,
        std::optional<std::string>,
        std::string,
        std::string,
        std::string,
        Instant>(
        reading,
        fmt::format(
            "SELECT p.id, k.link_hash, k.contact_hash, k.pseudonym, k.wrapped, "
            "s.sealed, p.created_at FROM participant p "
            "JOIN participant_key k ON k.participant_id = p.id "
            "JOIN participant_private s ON s.participant_id = p.id "
            "WHERE p.erased_at IS NULL AND {} ORDER BY p.created_at DESC",
            condition),
        value);
    std::vector<StoredParticipant> participants;
    participants.reserve(rows.size());
    for (auto const& row : rows) {
        participants.push_back(std::make_from_tuple<StoredParticipant>(row));
    }
    return participants;
}

std::optional<StoredParticipant> first_of(std::vector<StoredParticipant> participants)
{
    return participants.empty() ? std::nullopt : std::optional{std::move(participants.front())};
}

} // namespace

void insert_participant(Transaction& tx, StoredParticipant const& participant)
{
    execute(
        tx,
        "INSERT INTO participant (id, created_at) VALUES (:id, :created_at)",
        participant.id,
        participant.created_at);
    execute(
        tx,
        "INSERT INTO participant_key (participant_id, wrapped, link_hash, contact_hash, pseudonym) "
        "VALUES (:id, :wrapped, :link_hash, :contact_hash, :pseudonym)",
        participant.id,
        participant.wrapped_key,
        participant.link_hash,
        participant.contact_hash,
        participant.pseudonym);
    execute(
        tx,
        "INSERT INTO participant_private (participant_id, sealed) VALUES (:id, :sealed)",
        participant.id,
        participant.sealed);
}

std::optional<StoredParticipant>
find_participant_by_link(Reading& reading, std::string_view link_hash)
{
    return first_of(list_where(reading, "k.link_hash = :hash", link_hash));
}

std::optional<StoredParticipant> find_participant(Reading& reading, ParticipantId id)
{
    return first_of(list_where(reading, "p.id = :id", id));
}

std::vector<StoredParticipant>
list_participants_by_contact(Reading& reading, std::string_view contact_hash)
{
    return list_where(reading, "k.contact_hash = :hash", contact_hash);
}

void update_participant(Transaction& tx, ParticipantId id, ParticipantChange const& change)
{
    execute(
        tx,
        "UPDATE participant_key SET link_hash = :link, contact_hash = :contact "
        "WHERE participant_id = :id",
        change.link_hash,
        change.contact_hash,
        id);
    execute(
        tx,
        "UPDATE participant_private SET sealed = :sealed WHERE participant_id = :id",
        change.sealed,
        id);
}

void erase_participant(
    Transaction& tx, ParticipantId id, std::string_view random_pseudonym, Instant now)
{
    execute(
        tx,
        "UPDATE concern SET pseudonym = :new, client_digest = '' WHERE pseudonym = "
        "(SELECT pseudonym FROM participant_key WHERE participant_id = :id)",
        random_pseudonym,
        id);
    for (auto const* const statement : {
             "DELETE FROM participant_key WHERE participant_id = :id",
             "DELETE FROM participant_private WHERE participant_id = :id",
             "DELETE FROM one_time_code WHERE participant_id = :id",
             "DELETE FROM refused_officer WHERE participant_id = :id",
             "DELETE FROM concern_private WHERE participant_id = :id",
             "DELETE FROM message WHERE participant_id = :id",
             "DELETE FROM request_private WHERE request_id IN "
             "(SELECT id FROM request WHERE participant_id = :id)",
             "DELETE FROM walk_private WHERE request_id IN "
             "(SELECT id FROM request WHERE participant_id = :id)",
         }) {
        execute(tx, statement, id);
    }
    execute(tx, "UPDATE participant SET erased_at = :now WHERE id = :id", now, id);
}

void put_one_time_code(
    Transaction& tx, ParticipantId id, std::string_view code_hash, Instant expires_at)
{
    execute(
        tx,
        "INSERT INTO one_time_code (participant_id, code_hash, expires_at) "
        "VALUES (:id, :hash, :expires_at) ON CONFLICT (participant_id) DO UPDATE SET "
        "code_hash = excluded.code_hash, expires_at = excluded.expires_at, attempts = 0",
        id,
        code_hash,
        expires_at);
}

bool take_one_time_code(Transaction& tx, ParticipantId id, std::string_view code_hash, Instant now)
{
    constexpr int kTries = 5;
    auto const stored = find_value<std::string>(
        tx,
        "UPDATE one_time_code SET attempts = attempts + 1 WHERE participant_id = :id "
        "AND expires_at > :now AND attempts < :tries RETURNING code_hash",
        id,
        now,
        kTries);
    if (!stored || *stored != code_hash) {
        return false;
    }
    execute(tx, "DELETE FROM one_time_code WHERE participant_id = :id", id);
    return true;
}

} // namespace wt::store
