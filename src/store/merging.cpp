#include "store/merging.hpp"

#include "store/sql.hpp"

#include <fmt/format.h>

namespace wt::store {

namespace {

void write_down(Transaction& tx, StoredMerging const& merging)
{
    execute(
        tx,
        "INSERT INTO merging (concern_id, lead_id, staff_id, merged_at, is_undone) "
        "VALUES (:concern, :lead, :staff, :at, :is_undone)",
        merging.concern,
        merging.lead,
        merging.staff,
        merging.at,
        merging.is_undone);
}

} // namespace

bool merge_concern(Transaction& tx, StoredMerging const& merging)
{
    // Both rows are locked before the last look, so that no chain of followers comes about.
    bool const is_free = execute(
                             tx,
                             "UPDATE concern SET version = version + 1 WHERE id = :lead "
                             "AND lead_id IS NULL AND state <> 'withdrawn'",
                             merging.lead) == 1;
    bool const has_joined =
        is_free && execute(
                       tx,
                       "UPDATE concern SET lead_id = :lead, version = version + 1 WHERE id = :id "
                       "AND lead_id IS NULL AND state <> 'withdrawn' AND id <> :same",
                       merging.lead,
                       merging.concern,
                       merging.lead) == 1;
    if (!has_joined || !list_merged(tx, merging.concern).empty()) {
        return false;
    }
    write_down(tx, merging);
    return true;
}

bool separate_concern(Transaction& tx, StoredMerging const& merging)
{
    bool const has_left = execute(
                              tx,
                              "UPDATE concern SET lead_id = NULL, version = version + 1 "
                              "WHERE id = :id AND lead_id = :lead",
                              merging.concern,
                              merging.lead) == 1;
    if (has_left) {
        write_down(tx, merging);
    }
    return has_left;
}

void release_merged(Transaction& tx, ConcernId concern)
{
    execute(
        tx,
        "UPDATE concern SET lead_id = NULL, version = version + 1 WHERE lead_id = :lead",
        concern);
    execute(tx, "UPDATE concern SET lead_id = NULL WHERE id = :id", concern);
}

std::vector<StoredMerging> list_mergings(Reading& reading, ConcernId concern)
{
    std::vector<StoredMerging> mergings;
    for (auto const& [id, lead, staff, at, is_undone] :
         list_rows<ConcernId, ConcernId, StaffId, Instant, int>(
             reading,
             "SELECT concern_id, lead_id, staff_id, merged_at, is_undone FROM merging "
             "WHERE concern_id = :id OR lead_id = :lead ORDER BY id",
             concern,
             concern)) {
        mergings.push_back(
            {.concern = id, .lead = lead, .staff = staff, .at = at, .is_undone = is_undone == 1});
    }
    return mergings;
}

std::vector<std::pair<ConcernId, ConcernId>>
list_answered_with(Reading& reading, std::vector<ConcernId> const& concerns)
{
    auto const of_these = [&](std::string_view parameter) {
        return is_among(reading, "a.concern_id", parameter);
    };
    auto const ids = text_of_ids(concerns);
    std::vector<std::pair<ConcernId, ConcernId>> pairs;
    for (auto const& [one, other] : list_rows<ConcernId, ConcernId>(
             reading,
             fmt::format(
                 "SELECT a.concern_id, b.concern_id FROM answer a JOIN answer b "
                 "ON b.together_id = a.id WHERE {} "
                 "UNION SELECT a.concern_id, b.concern_id FROM answer a JOIN answer b "
                 "ON b.id = a.together_id WHERE {} "
                 "UNION SELECT a.concern_id, b.concern_id FROM answer a JOIN answer b "
                 "ON b.together_id = a.together_id WHERE {}",
                 of_these("leading"),
                 of_these("following"),
                 of_these("beside")),
             ids,
             ids,
             ids)) {
        if (one != other) {
            pairs.emplace_back(one, other);
        }
    }
    return pairs;
}

} // namespace wt::store
