#pragma once

#include "scheme/disclosure.hpp"
#include "scheme/ids.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// A disclosure as the database holds it: all that it says is sealed.
struct StoredDisclosure
{
    DisclosureId id;
    DisclosureState state = DisclosureState::unread;
    bool second_called = false;
    int version = 1;
    std::string client_id;
    std::string sealed;
};

/// \returns false, changing nothing, if one with this client id is there already.
bool insert_disclosure(Transaction& tx, StoredDisclosure const& disclosure);

std::optional<StoredDisclosure> find_disclosure(Reading& reading, DisclosureId id);
std::optional<DisclosureId>
find_disclosure_by_client_id(Reading& reading, std::string_view client_id);

/// Those in one of the states, in no order that says anything: their times are sealed.
std::vector<StoredDisclosure>
list_disclosures(Reading& reading, std::vector<DisclosureState> const& states);

/// Replaces state and what is sealed if `version` is still the newest. \returns false if not.
bool update_disclosure(Transaction& tx, StoredDisclosure const& disclosure);

/// In one statement, so that of several workers one calls. \returns false if somebody has been
/// called, or somebody has taken it on.
bool mark_second_called(Transaction& tx, DisclosureId id);

/// With its history. \returns false if it was gone already
bool delete_disclosure(Transaction& tx, DisclosureId id);

void insert_disclosure_event(Transaction& tx, DisclosureId id, std::string_view sealed);

/// What was done with it, oldest first, each sealed.
std::vector<std::string> list_disclosure_events(Reading& reading, DisclosureId id);

/// Takes a concern out of the loop: her words, its place, its day and what it was about, all
/// that is kept of it in the tables of concerns. Of one that has public answers, whose history is
/// never changed, an empty row stays that no list shows; of others nothing.
/// \returns false if there is none.
bool remove_concern(Transaction& tx, ConcernId id);

/// Where a member of staff is reached, sealed; an empty text takes it away.
void put_staff_contact(Transaction& tx, StaffId id, std::string_view sealed);

/// A member of staff who can be reached.
struct ReachableStaff
{
    StaffId id;
    std::string sign_in_name;
    std::string sealed;
};

/// Those of a role who have a contact and are not suspended, by sign-in name.
std::vector<ReachableStaff> list_reachable_staff(Reading& reading, std::string_view role);

} // namespace wt::store
