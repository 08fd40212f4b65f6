#pragma once

#include "app/app.hpp"
#include "scheme/month.hpp"
#include "scheme/number_list.hpp"
#include "store/numbers.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace wt::app {

/// The numbers of a month, as anyone may see them.
class PublishedNumbers
{
public:
    PublishedNumbers(
        store::NumberRelease const& release, std::vector<store::NumberCell> const& cells);

    [[nodiscard]] store::NumberRelease const& release() const { return release_; }

    /// A number; nothing if it is held back, or not there.
    /// \param unit  0: the whole force
    [[nodiscard]] std::optional<std::int64_t>
    find(NumberList list, BcuId unit, std::string_view item) const;

private:
    store::NumberRelease release_;
    std::map<std::tuple<NumberList, BcuId, std::string>, std::optional<std::int64_t>, std::less<>>
        values_;
};

/// Every month that was published, newest first.
std::vector<store::NumberRelease> list_numbers(App& app);

/// \throws Refusal (not_found) for a month that was not published
PublishedNumbers see_numbers(App& app, Month month);

/// The newest months, newest first, `most` at most: of each the numbers of the whole force alone.
std::vector<PublishedNumbers> see_force_numbers(App& app, std::size_t most);

/// Whose numbers they are.
struct NumberUnit
{
    BcuId id; ///< 0: the whole force
    std::string code;
    std::string name;
};
/// All command units by name, and last the force.
std::vector<NumberUnit> list_number_units(App const& app);

/// What one item of a list is called in files: its code, or `total`; quantiles included.
std::vector<std::string> list_item_codes(NumberList list);

/// The list of a month as CSV (RFC 4180): month, unit (code), name, then a column for each item.
/// The force is the last row, with the code of none. What is held back stands as "<5" (or
/// whatever the threshold was); of quantiles, and where no women waited, the cell is empty.
std::string numbers_csv(App& app, Month month, NumberList list);

/// All lists of all months, one number a line: month, list, unit, item, value, of (the total).
std::string all_numbers_csv(App& app);

} // namespace wt::app
