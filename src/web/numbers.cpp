#include "app/numbers.hpp"

#include "base/refusal.hpp"
#include "web/pages/numbers.hpp"
#include "web/resources.hpp"

namespace wt::web {

namespace {

constexpr std::size_t kMostMonths = 24; ///< on the overview
constexpr std::string_view kSuffix = ".csv";

[[noreturn]] void refuse_unknown()
{
    throw Refusal{Refusal::not_found, N_("There are no numbers of this month.")};
}

Month month_in(Request const& request)
{
    auto const month = find_month(request.path_text("month"));
    if (!month) {
        refuse_unknown();
    }
    return *month;
}

/// GET /numbers: every month.
Response show_overview(Site& site, Request const& request)
{
    auto const months = app::see_force_numbers(site.app, kMostMonths);
    return show(site, request, numbers_overview_page(site, request.t(), months));
}

/// GET /numbers/{month}
Response show_month(Site& site, Request const& request)
{
    auto const numbers = app::see_numbers(site.app, month_in(request));
    return show(site, request, numbers_month_page(site, request.t(), numbers, std::nullopt));
}

/// GET /numbers/{month}/{unit}: of one command unit.
Response show_unit(Site& site, Request const& request)
{
    auto const numbers = app::see_numbers(site.app, month_in(request));
    auto const unit = site.app.areas()->find_bcu(request.path_text("unit"));
    if (!unit) {
        refuse_unknown();
    }
    return show(site, request, numbers_month_page(site, request.t(), numbers, unit));
}

/// GET /numbers/{month}/tables/{file}: one list of a month, all units, as CSV.
Response show_table(Site& site, Request const& request)
{
    auto file = request.path_text("file");
    bool const is_csv = file.ends_with(kSuffix);
    file.remove_suffix(is_csv ? kSuffix.size() : 0);
    auto const list = is_csv ? find_in(kNumberLists, file) : std::nullopt;
    if (!list) {
        refuse_unknown();
    }
    return content("text/csv; charset=utf-8", app::numbers_csv(site.app, month_in(request), *list));
}

} // namespace

void add_numbers_routes(Router& router)
{
    router.add(Method::get, "/numbers", show_overview);
    router.add(Method::get, "/numbers/{month}", show_month);
    router.add(Method::get, "/numbers/{month}/{unit}", show_unit);
    router.add(Method::get, "/numbers/{month}/tables/{file}", show_table);
}

} // namespace wt::web
