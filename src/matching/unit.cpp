#include "matching/unit.hpp"

#include <algorithm>
#include <cassert>

namespace wt::matching {

namespace {

bool is_met(OfficerSet const& need, Unit const& unit)
{
    return std::ranges::any_of(unit, [&](std::size_t o) { return need.contains(o); });
}

/// Adds to `unit` one officer for each need that nobody in it meets, at most `size` in all.
bool meet_needs(
    std::vector<std::size_t> const& officers, Needs const& needs, std::size_t size, Unit& unit)
{
    auto const unmet =
        std::ranges::find_if(needs, [&](OfficerSet const* need) { return !is_met(*need, unit); });
    if (unmet == needs.end()) {
        return true;
    }
    if (unit.size() == size) {
        return false;
    }
    for (auto const officer : officers) {
        if (!(*unmet)->contains(officer)) {
            continue;
        }
        unit.push_back(officer);
        if (meet_needs(officers, needs, size, unit)) {
            return true;
        }
        unit.pop_back();
    }
    return false;
}

} // namespace

std::optional<Unit>
find_unit(std::vector<std::size_t> const& officers, Needs const& needs, std::size_t size)
{
    Unit unit;
    if (officers.size() < size || !meet_needs(officers, needs, size, unit)) {
        return std::nullopt;
    }
    for (auto const officer : officers) {
        if (unit.size() == size) {
            break;
        }
        if (std::ranges::find(unit, officer) == unit.end()) {
            unit.push_back(officer);
        }
    }
    return unit;
}

bool has_unit(
    OfficerSet const& officers, OfficerSet const& allowed, Needs const& needs, std::size_t size)
{
    assert(needs.size() <= 2);
    if (OfficerSet::count_common(officers, allowed) < size) {
        return false;
    }
    if (needs.size() > size) {
        return OfficerSet::meet(officers, allowed, *needs.front(), *needs.back());
    }
    // One for each need leaves the rest of the unit to anybody.
    return std::ranges::all_of(needs, [&](OfficerSet const* need) {
        return OfficerSet::meet(officers, allowed, *need, *need);
    });
}

} // namespace wt::matching
