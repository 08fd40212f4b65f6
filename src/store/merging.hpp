#pragma once

#include "base/units.hpp"
#include "store/concerns.hpp"

#include <optional>
#include <utility>
#include <vector>

/// Concerns at the same place that are answered together: the others follow a leading one.
namespace wt::store {

/// That a concern joined or left a leading one. Never changed once stored.
struct StoredMerging
{
    ConcernId concern;
    ConcernId lead;
    StaffId staff;
    Instant at;
    bool is_undone = false;
};

/// Those that follow `lead`, oldest first.
std::vector<StoredConcern> list_merged(Reading& reading, ConcernId lead);

/// Of the same category and command unit, raised up to `apart` from `concern` in time and up to
/// `most` in space, not withdrawn and neither following nor leading others. Oldest first.
std::vector<StoredConcern>
list_near(Reading& reading, StoredConcern const& concern, Metres most, std::chrono::days apart);

/// Lets a concern follow `lead` and writes it down.
/// \returns false if one of the two is withdrawn or follows another one, or the first leads others;
///          the caller then must not commit
bool merge_concern(Transaction& tx, StoredMerging const& merging);

/// Lets it stand by itself again and writes it down. \returns false if it does so already.
bool separate_concern(Transaction& tx, StoredMerging const& merging);

/// Ends what ties a concern that leaves to others, in either direction.
void release_merged(Transaction& tx, ConcernId concern);

/// What it joined and left, and what joined and left it, oldest first.
std::vector<StoredMerging> list_mergings(Reading& reading, ConcernId concern);

/// Each of `concerns` with each other concern that had an answer together with it, ever: in public
/// the same sentence ties them to each other.
std::vector<std::pair<ConcernId, ConcernId>>
list_answered_with(Reading& reading, std::vector<ConcernId> const& concerns);

} // namespace wt::store
