#include "store/disclosures.hpp"

#include "base/crypto.hpp"
#include "store/merging.hpp"
#include "store/people.hpp"
#include "store/sql.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wt::store {

namespace {

template <class... Arguments>
std::vector<StoredDisclosure>
list_where(Reading& reading, std::string_view condition, Arguments const&... arguments)
{
    std::vector<StoredDisclosure> disclosures;
    for (auto& [id, state, called, version, client_id, sealed] :
         list_rows<DisclosureId, std::string, int, int, std::string, std::string>(
             reading,
             fmt::format(
                 "SELECT id, state, second_called, version, client_id, sealed FROM disclosure "
                 "WHERE {} ORDER BY id",
                 condition),
             arguments...)) {
        disclosures.push_back(
            {.id = id,
             .state = find_in(kDisclosureStates, state).value(),
             .second_called = called != 0,
             .version = version,
             .client_id = std::move(client_id),
             .sealed = std::move(sealed)});
    }
    return disclosures;
}

bool has_public_history(Reading& reading, ConcernId id)
{
    return find_value<int>(reading, "SELECT 1 FROM answer WHERE concern_id = :id LIMIT 1", id)
        .has_value();
}

} // namespace

bool insert_disclosure(Transaction& tx, StoredDisclosure const& disclosure)
{
    return execute(
               tx,
               "INSERT INTO disclosure (id, state, client_id, sealed) "
               "VALUES (:id, :state, :client_id, :sealed) ON CONFLICT (client_id) DO NOTHING",
               disclosure.id,
               code_in(kDisclosureStates, disclosure.state),
               disclosure.client_id,
               disclosure.sealed) == 1;
}

std::optional<StoredDisclosure> find_disclosure(Reading& reading, DisclosureId id)
{
    auto found = list_where(reading, "id = :id", id);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::optional<DisclosureId>
find_disclosure_by_client_id(Reading& reading, std::string_view client_id)
{
    return find_value<DisclosureId>(
        reading, "SELECT id FROM disclosure WHERE client_id = :client_id", client_id);
}

std::vector<StoredDisclosure>
list_disclosures(Reading& reading, std::vector<DisclosureState> const& states)
{
    std::vector<std::string> codes;
    for (auto const state : states) {
        codes.push_back(fmt::format("'{}'", code_in(kDisclosureStates, state)));
    }
    return list_where(reading, fmt::format("state IN ({})", fmt::join(codes, ", ")));
}

bool update_disclosure(Transaction& tx, StoredDisclosure const& disclosure)
{
    return execute(
               tx,
               "UPDATE disclosure SET state = :state, sealed = :sealed, version = version + 1 "
               "WHERE id = :id AND version = :version",
               code_in(kDisclosureStates, disclosure.state),
               disclosure.sealed,
               disclosure.id,
               disclosure.version) == 1;
}

bool mark_second_called(Transaction& tx, DisclosureId id)
{
    return execute(
               tx,
               "UPDATE disclosure SET second_called = 1 "
               "WHERE id = :id AND state = 'new' AND second_called = 0",
               id) == 1;
}

bool delete_disclosure(Transaction& tx, DisclosureId id)
{
    execute(tx, "DELETE FROM disclosure_event WHERE disclosure_id = :id", id);
    return execute(tx, "DELETE FROM disclosure WHERE id = :id", id) == 1;
}

void insert_disclosure_event(Transaction& tx, DisclosureId id, std::string_view sealed)
{
    execute(
        tx,
        "INSERT INTO disclosure_event (disclosure_id, sealed) VALUES (:id, :sealed)",
        id,
        sealed);
}

std::vector<std::string> list_disclosure_events(Reading& reading, DisclosureId id)
{
    std::vector<std::string> events;
    for (auto& [sealed] : list_rows<std::string>(
             reading,
             "SELECT sealed FROM disclosure_event WHERE disclosure_id = :id ORDER BY id",
             id)) {
        events.push_back(std::move(sealed));
    }
    return events;
}

bool remove_concern(Transaction& tx, ConcernId id)
{
    start_people_epoch(tx);
    execute(tx, "DELETE FROM concern_private WHERE concern_id = :id", id);
    release_merged(tx, id);
    execute(tx, "DELETE FROM merging WHERE concern_id = :id OR lead_id = :lead", id, id);
    execute(tx, "DELETE FROM redaction WHERE concern_id = :id", id);
    if (!has_public_history(tx, id)) {
        return execute(tx, "DELETE FROM concern WHERE id = :id", id) == 1;
    }
    execute(
        tx,
        "UPDATE referral SET state = 'ended', expires_at = 0, poll_at = NULL, remote_token = '', "
        "remote_id = '', remote_digest = '' WHERE concern_id = :id",
        id);
    return execute(
               tx,
               "UPDATE concern SET way_id = 0, lat = 0, lon = 0, network_version = '', street = "
               "'', category = 'other', severity = 0, felt = 'always', raised_day = 0, "
               "raised_month = 0, source = 'report', walk_id = NULL, owner_id = NULL, pseudonym = "
               ":pseudonym, "
               "state = 'withdrawn', client_id = :client_id, client_digest = '', "
               "version = version + 1 WHERE id = :id AND way_id <> 0",
               random_token(),
               random_token(),
               id) == 1;
}

void put_staff_contact(Transaction& tx, StaffId id, std::string_view sealed)
{
    execute(tx, "DELETE FROM staff_contact WHERE staff_id = :id", id);
    if (!sealed.empty()) {
        execute(
            tx, "INSERT INTO staff_contact (staff_id, sealed) VALUES (:id, :sealed)", id, sealed);
    }
}

std::vector<ReachableStaff> list_reachable_staff(Reading& reading, std::string_view role)
{
    std::vector<ReachableStaff> staff;
    for (auto& [id, name, sealed] : list_rows<StaffId, std::string, std::string>(
             reading,
             "SELECT s.id, s.sign_in_name, c.sealed FROM staff s "
             "JOIN staff_contact c ON c.staff_id = s.id "
             "WHERE s.role = :role AND s.suspended_at IS NULL ORDER BY s.sign_in_name",
             role)) {
        staff.push_back({id, std::move(name), std::move(sealed)});
    }
    return staff;
}

} // namespace wt::store
