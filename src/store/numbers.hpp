#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/month.hpp"
#include "store/db.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wt::store {

/// That the numbers of a month were published.
struct NumberRelease
{
    Month month = 0;
    Instant due_at;
    Instant released_at;
    Instant next_due_at; ///< of the month after
    int threshold = 5;   ///< that held
    std::int64_t seal = 0;
};

struct NumberCell
{
    std::string list;
    BcuId bcu; ///< 0: the whole force
    std::string item;
    std::optional<std::int64_t> value; ///< nothing: held back

    friend bool operator==(NumberCell const&, NumberCell const&) = default;
};

/// Adds a month with its numbers, in one statement that decides between several workers.
/// \returns false, adding nothing, if the month was published before.
bool insert_numbers(
    Transaction& tx, NumberRelease const& release, std::vector<NumberCell> const& cells);

/// All months, newest first.
std::vector<NumberRelease> list_number_releases(Reading& reading);

std::optional<NumberRelease> find_number_release(Reading& reading, Month month);

/// Ordered by list, unit and item, as bytes.
std::vector<NumberCell> list_number_cells(Reading& reading, Month month);

/// Those of the whole force, of all months from `first` on, by month; in no order within one.
std::map<Month, std::vector<NumberCell>> list_force_number_cells(Reading& reading, Month first);

/// The earliest moment in the audit: before that nothing happened here. Reads all of its rows.
std::optional<Instant> find_first_deed(Reading& reading);

} // namespace wt::store
