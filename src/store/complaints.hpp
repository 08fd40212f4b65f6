#pragma once

#include "scheme/complaint.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// A complaint as the database holds it: to whom it goes and how it stands; the rest is sealed.
struct StoredComplaint
{
    ComplaintId id;
    ComplaintRecipient recipient = ComplaintRecipient::standards;
    ComplaintState state = ComplaintState::received;
    int version = 1;
    std::string link_hash;
    std::optional<std::string> owner_hash{}; ///< of the participant, if she came by her page
    std::string client_id;
    std::string sealed;
};

/// \returns false, changing nothing, if one with this client id is there already.
bool insert_complaint(Transaction& tx, StoredComplaint const& complaint);

std::optional<StoredComplaint> find_complaint(Reading& reading, ComplaintId id);
std::optional<StoredComplaint> find_complaint_by_link(Reading& reading, std::string_view link_hash);

/// In the order of their random ids, which says nothing.
std::vector<StoredComplaint> list_complaints(Reading& reading, ComplaintRecipient recipient);
std::vector<StoredComplaint> list_complaints_of(Reading& reading, std::string_view owner_hash);

/// Replaces the state and what is sealed if `version` is still the newest.
bool update_complaint(Transaction& tx, StoredComplaint const& complaint);

/// Nobody can tell any more whose they are; their links still lead to them.
void release_complaints(Transaction& tx, std::string_view owner_hash);

/// With its history. \returns false if it was gone already
bool delete_complaint(Transaction& tx, ComplaintId id);

void insert_complaint_event(Transaction& tx, ComplaintId id, std::string_view sealed);

/// Oldest first, each sealed.
std::vector<std::string> list_complaint_events(Reading& reading, ComplaintId id);

/// How many complaints to a recipient are in a state.
struct ComplaintCount
{
    ComplaintRecipient recipient = ComplaintRecipient::standards;
    ComplaintState state = ComplaintState::received;
    std::int64_t count = 0;
};

/// Those that are not zero.
std::vector<ComplaintCount> count_complaints(Reading& reading);

} // namespace wt::store
