#pragma once

#include "store/concerns.hpp"
#include "store/people.hpp"

#include <array>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace wt::app {

/// How many people raised concerns where, as the public list needs it for each line of it: counted
/// once and remembered. What was raised before a past day only changes where a concern is taken
/// away, which the database counts (`find_people_epoch`); all else that is remembered falls with
/// the day or the threshold. Shared by all threads.
class KnownPeople
{
public:
    /// Of each concern, in their order.
    /// \param today  counts up to this day are final; later ones are not remembered
    std::vector<PeopleByArea> count(
        store::Reading& reading,
        std::vector<store::StoredConcern> const& concerns,
        store::CountUpTo limit,
        Day today);

    store::ListableUnits
    list_listable_units(store::Reading& reading, store::CountUpTo threshold, Day today);

private:
    using Counted = std::unordered_map<std::int64_t, PeopleByArea>; // by concern

    /// Adds what is known to `counted`. \returns the others, in their order
    std::vector<ConcernId> look_up(
        std::vector<store::StoredConcern> const& concerns,
        std::int64_t epoch,
        store::CountUpTo limit,
        Counted& counted);

    /// What is known of `limit`; forgets all else. Called with the lock held.
    void turn_to(std::int64_t epoch, store::CountUpTo limit);

    /// One thread counts, and others that ask for the same meanwhile wait for it: a page that
    /// nobody has seen yet is often asked for by many at once.
    std::mutex& turn_of(ConcernId first);

    std::mutex mutex_;
    std::array<std::mutex, 16> turns_;
    std::int64_t epoch_ = -1;
    store::CountUpTo limit_{};
    std::optional<store::ListableUnits> units_;
    Counted people_;
};

} // namespace wt::app
