#include "app/numbers.hpp"

#include "app/areas.hpp"
#include "base/calendar.hpp"
#include "base/refusal.hpp"
#include "web/api/endpoints.hpp"

/// The numbers of each month, for the force and its units: `/numbers`.
namespace wt::web::api {

namespace {

Shape<store::NumberRelease> const& release_shape()
{
    static Shape<store::NumberRelease> const shape{
        "NumberRelease",
        "That the numbers of a month were published.",
        {{"month",
          month("Of which they tell."),
          [](auto const& it) { return month_text(it.month); }},
         {"due_at",
          moment("When they were to appear."),
          [](auto const& it) { return iso_text(it.due_at); }},
         {"released_at",
          moment("When they did."),
          [](auto const& it) { return iso_text(it.released_at); }},
         {"next_due_at",
          moment("When those of the month after are to appear."),
          [](auto const& it) { return iso_text(it.next_due_at); }},
         {"threshold",
          whole_number("Of fewer people than these nothing is told."),
          [](auto const& it) { return it.threshold; }}}};
    return shape;
}

/// A number with its name.
struct Item
{
    std::string code;
    std::optional<std::int64_t> value;
};

Shape<Item> const& item_shape()
{
    static Shape<Item> const shape{
        "NumberItem",
        "One number.",
        {{"item",
          text("What is counted: `total`, a part of it, or a quantile in days."),
          [](auto const& it) { return it.code; }},
         {"value",
          whole_number("Left out where it is held back to protect people, or there is none."),
          [](auto const& it) { return or_null(it.value); },
          Presence::sometimes}}};
    return shape;
}

/// A list of numbers of a unit.
struct UnitList
{
    NumberList list = NumberList::requests;
    std::vector<Item> items;
};

Shape<UnitList> const& list_shape()
{
    static Shape<UnitList> const shape{
        "NumberList",
        "What was counted of one kind.",
        {{"list",
          one_of(kNumberLists, "What is counted."),
          [](auto const& it) { return code_in(kNumberLists, it.list); }},
         {"items",
          list_of(item_shape().schema(), "The total first, then the parts that add up to it."),
          [](auto const& it) { return item_shape().write_all(it.items); }}}};
    return shape;
}

struct UnitNumbers
{
    std::string code;
    std::string name;
    std::vector<UnitList> lists;
};

Shape<UnitNumbers> const& unit_shape()
{
    static Shape<UnitNumbers> const shape{
        "UnitNumbers",
        "The numbers of a command unit, or of the force.",
        {{"unit",
          text("The code of the command unit; `force` for the whole force."),
          [](auto const& it) { return it.code; }},
         {"name", text("For people."), [](auto const& it) { return it.name; }},
         {"lists", list_of(list_shape().schema(), "Every list."), [](auto const& it) {
              return list_shape().write_all(it.lists);
          }}}};
    return shape;
}

UnitNumbers numbers_of(app::PublishedNumbers const& numbers, app::NumberUnit const& unit)
{
    UnitNumbers of_unit{unit.code, unit.name, {}};
    for (auto const& list : kNumberLists) {
        UnitList shown{list.value, {}};
        for (auto const& code : app::list_item_codes(list.value)) {
            shown.items.push_back({code, numbers.find(list.value, unit.id, code)});
        }
        of_unit.lists.push_back(std::move(shown));
    }
    return of_unit;
}

Response show_months(Call const& call)
{
    return json_response({{"months", release_shape().write_all(app::list_numbers(call.app()))}});
}

Response show_month(Call const& call)
{
    auto const found = find_month(call.request.path_text("month"));
    auto const numbers = app::see_numbers(call.app(), found.value_or(-1));
    auto const wanted = call.query().get("unit");
    std::vector<UnitNumbers> units;
    for (auto const& unit : app::list_number_units(call.app())) {
        if (wanted.empty() || wanted == unit.code) {
            units.push_back(numbers_of(numbers, unit));
        }
    }
    return json_response(
        {{"release", release_shape().write(numbers.release())},
         {"units", unit_shape().write_all(units)}});
}

} // namespace

void add_number_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.path = "/numbers",
         .id = "listMonths",
         .tag = "public",
         .summary = "The months whose numbers are published",
         .answer = answer_of(
             "The months.",
             object_of(
                 "Every month.",
                 {{"months", list_of(release_shape().schema(), "Newest first.")}},
                 false)),
         .handle = show_months});
    all.push_back(
        {.path = "/numbers/{month}",
         .id = "showNumbers",
         .tag = "public",
         .summary = "The numbers of a month",
         .parameters =
             {{"month", Parameter::Place::path, month("A month: 2026-11."), true},
              {.name = "unit", .schema = text("Of this command unit alone, by code.", {1, 60})}},
         .answer = answer_of(
             "The numbers.",
             object_of(
                 "The numbers of a month.",
                 {{"release", release_shape().schema()},
                  {"units", list_of(unit_shape().schema(), "By name; the force is last.")}},
                 false)),
         .handle = show_month});
}

} // namespace wt::web::api
