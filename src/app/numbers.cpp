#include "app/numbers.hpp"

#include "app/areas.hpp"
#include "base/csv_writer.hpp"
#include "base/refusal.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::app {

namespace {

constexpr auto kForceCode = "force";

bool is_quantile(std::string_view item)
{
    return item == kMedianItem || item == kNinthDecileItem;
}

std::string
cell_text(PublishedNumbers const& numbers, NumberList list, BcuId unit, std::string const& item)
{
    auto const value = numbers.find(list, unit, item);
    return value               ? std::to_string(*value)
           : is_quantile(item) ? ""
                               : fmt::format("<{}", numbers.release().threshold);
}

} // namespace

PublishedNumbers::PublishedNumbers(
    store::NumberRelease const& release, std::vector<store::NumberCell> const& cells)
    : release_{release}
{
    for (auto const& cell : cells) {
        if (auto const list = find_in(kNumberLists, cell.list)) {
            values_[{*list, cell.bcu, cell.item}] = cell.value;
        }
    }
}

std::optional<std::int64_t>
PublishedNumbers::find(NumberList list, BcuId unit, std::string_view item) const
{
    auto const found = values_.find(std::tuple{list, unit, std::string{item}});
    return found == values_.end() ? std::nullopt : found->second;
}

std::vector<store::NumberRelease> list_numbers(App& app)
{
    store::Reading reading{app.db};
    return store::list_number_releases(reading);
}

PublishedNumbers see_numbers(App& app, Month month)
{
    store::Reading reading{app.db};
    auto const release = store::find_number_release(reading, month);
    if (!release) {
        throw Refusal{Refusal::not_found, N_("There are no numbers of this month.")};
    }
    return {*release, store::list_number_cells(reading, month)};
}

std::vector<PublishedNumbers> see_force_numbers(App& app, std::size_t most)
{
    store::Reading reading{app.db};
    auto releases = store::list_number_releases(reading);
    releases.resize(std::min(most, releases.size()));
    std::vector<PublishedNumbers> months;
    if (!releases.empty()) {
        auto const cells = store::list_force_number_cells(reading, releases.back().month);
        for (auto const& release : releases) {
            auto const of_month = cells.find(release.month);
            months.emplace_back(
                release,
                of_month == cells.end() ? std::vector<store::NumberCell>{} : of_month->second);
        }
    }
    return months;
}

std::vector<NumberUnit> list_number_units(App const& app)
{
    std::vector<NumberUnit> units;
    for (auto const& bcu : app.areas()->list_bcus()) {
        units.push_back({bcu.id, bcu.code, bcu.name});
    }
    units.push_back({BcuId{}, kForceCode, app.settings()->force_name});
    return units;
}

std::vector<std::string> list_item_codes(NumberList list)
{
    std::vector<std::string> codes{kTotalItem};
    if (list == NumberList::waits) {
        codes.insert(codes.end(), {kMedianItem, kNinthDecileItem});
    }
    for (auto const& item : items_of(list)) {
        codes.push_back(item.code);
    }
    return codes;
}

std::string numbers_csv(App& app, Month month, NumberList list)
{
    auto const numbers = see_numbers(app, month);
    auto const codes = list_item_codes(list);
    std::vector<std::string> head{"month", "unit", "name"};
    head.insert(head.end(), codes.begin(), codes.end());
    std::string text;
    append_csv_line(text, head);
    for (auto const& unit : list_number_units(app)) {
        std::vector<std::string> line{month_text(month), unit.code, unit.name};
        for (auto const& code : codes) {
            line.push_back(cell_text(numbers, list, unit.id, code));
        }
        append_csv_line(text, line);
    }
    return text;
}

std::string all_numbers_csv(App& app)
{
    std::string text;
    append_csv_line(text, {"month", "list", "unit", "item", "value", "of"});
    for (auto const& release : list_numbers(app)) {
        auto const numbers = see_numbers(app, release.month);
        for (auto const& list : kNumberLists) {
            for (auto const& unit : list_number_units(app)) {
                auto const total = cell_text(numbers, list.value, unit.id, kTotalItem);
                for (auto const& code : list_item_codes(list.value)) {
                    append_csv_line(
                        text,
                        {month_text(release.month),
                         std::string{list.code},
                         unit.code,
                         code,
                         cell_text(numbers, list.value, unit.id, code),
                         total});
                }
            }
        }
    }
    return text;
}

} // namespace wt::app
