#include "store/complaints.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

template <class... Arguments>
std::vector<StoredComplaint>
list_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    std::vector<StoredComplaint> complaints;
    for (auto& [id, recipient, state, version, link, owner, client_id, sealed] : list_rows<
             ComplaintId,
             std::string,
             std::string,
             int,
             std::string,
             std::optional<std::string>,
             std::string,
             std::string>(
             reading,
             fmt::format(
                 "SELECT id, recipient, state, version, link_hash, owner_hash, client_id, sealed "
                 "FROM complaint WHERE {} ORDER BY id",
                 condition),
             arguments...)) {
        complaints.push_back(
            {.id = id,
             .recipient = find_in(kComplaintRecipients, recipient).value(),
             .state = find_in(kComplaintStates, state).value(),
             .version = version,
             .link_hash = std::move(link),
             .owner_hash = std::move(owner),
             .client_id = std::move(client_id),
             .sealed = std::move(sealed)});
    }
    return complaints;
}

std::optional<StoredComplaint> first_of(std::vector<StoredComplaint> complaints)
{
    return complaints.empty() ? std::nullopt : std::optional{std::move(complaints.front())};
}

} // namespace

bool insert_complaint(Transaction& tx, StoredComplaint const& complaint)
{
    return execute(
               tx,
               "INSERT INTO complaint (id, recipient, state, link_hash, owner_hash, client_id, "
               "sealed) VALUES (:id, :recipient, :state, :link, :owner, :client_id, :sealed) "
               "ON CONFLICT DO NOTHING",
               complaint.id,
               code_in(kComplaintRecipients, complaint.recipient),
               code_in(kComplaintStates, complaint.state),
               complaint.link_hash,
               complaint.owner_hash,
               complaint.client_id,
               complaint.sealed) == 1;
}

std::optional<StoredComplaint> find_complaint(Reading& reading, ComplaintId id)
{
    return first_of(list_where(reading, "id = :id", id));
}

std::optional<StoredComplaint> find_complaint_by_link(Reading& reading, std::string_view link_hash)
{
    return first_of(list_where(reading, "link_hash = :hash", link_hash));
}

std::vector<StoredComplaint> list_complaints(Reading& reading, ComplaintRecipient recipient)
{
    return list_where(reading, "recipient = :recipient", code_in(kComplaintRecipients, recipient));
}

std::vector<StoredComplaint> list_complaints_of(Reading& reading, std::string_view owner_hash)
{
    return list_where(reading, "owner_hash = :hash", owner_hash);
}

bool update_complaint(Transaction& tx, StoredComplaint const& complaint)
{
    return execute(
               tx,
               "UPDATE complaint SET state = :state, sealed = :sealed, version = version + 1 "
               "WHERE id = :id AND version = :version",
               code_in(kComplaintStates, complaint.state),
               complaint.sealed,
               complaint.id,
               complaint.version) == 1;
}

void release_complaints(Transaction& tx, std::string_view owner_hash)
{
    execute(tx, "UPDATE complaint SET owner_hash = NULL WHERE owner_hash = :hash", owner_hash);
}

bool delete_complaint(Transaction& tx, ComplaintId id)
{
    execute(tx, "DELETE FROM complaint_event WHERE complaint_id = :id", id);
    return execute(tx, "DELETE FROM complaint WHERE id = :id", id) == 1;
}

void insert_complaint_event(Transaction& tx, ComplaintId id, std::string_view sealed)
{
    execute(
        tx, "INSERT INTO complaint_event (complaint_id, sealed) VALUES (:id, :sealed)", id, sealed);
}

std::vector<std::string> list_complaint_events(Reading& reading, ComplaintId id)
{
    std::vector<std::string> events;
    for (auto& [sealed] : list_rows<std::string>(
             reading,
             "SELECT sealed FROM complaint_event WHERE complaint_id = :id ORDER BY id",
             id)) {
        events.push_back(std::move(sealed));
    }
    return events;
}

std::vector<ComplaintCount> count_complaints(Reading& reading)
{
    std::vector<ComplaintCount> counts;
    for (auto const& [recipient, state, count] : list_rows<std::string, std::string, std::int64_t>(
             reading,
             "SELECT recipient, state, count(*) FROM complaint GROUP BY recipient, state "
             "ORDER BY recipient, state")) {
        counts.push_back(
            {find_in(kComplaintRecipients, recipient).value(),
             find_in(kComplaintStates, state).value(),
             count});
    }
    return counts;
}

} // namespace wt::store
