#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/people_by_area.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <utility>
#include <vector>

/// How many people raised concerns where: what decides how closely one is placed in public.
namespace wt::store {

/// The pseudonym behind all reports without a participant: one voice, however many there are.
inline constexpr std::string_view kNobody = "nobody";

/// Whose concerns are counted: those raised before a day, and up to so many people.
struct CountUpTo
{
    int people = 0;
    Day day;

    friend bool operator==(CountUpTo const&, CountUpTo const&) = default;
};

/// For each of `ids`, how many people raised a concern that is not withdrawn in the areas of this
/// one. Anyone can send any number of reports, so they count for reports alone, and without a
/// participant behind them as one voice (`kNobody`): else four invented ones would point at the
/// fifth. Each area costs as many rows of an index as it takes to find so many people.
std::vector<std::pair<ConcernId, PeopleByArea>>
count_people(Reading& reading, std::vector<ConcernId> const& ids, CountUpTo limit);

/// The command units whose concerns may be listed singly: those raised without meeting anyone
/// (reports) and the others have lists of their own.
struct ListableUnits
{
    std::vector<BcuId> of_reports;
    std::vector<BcuId> of_others;
};

/// The units in which that many people raised a concern, counted the same way.
ListableUnits list_listable_units(Reading& reading, CountUpTo threshold);

/// How often a concern was taken away. While this stays the same, no count of people raised before
/// some past day changes.
std::int64_t find_people_epoch(Reading& reading);
void start_people_epoch(Transaction& tx);

} // namespace wt::store
