#include "web/pages/desk_plan.hpp"

#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "web/components/content.hpp"
#include "web/components/inputs.hpp"
#include "web/date_field.hpp"
#include "web/keepsakes.hpp"
#include "web/pages/desk.hpp"
#include "web/resources.hpp"

#include <algorithm>

namespace wt::web {

namespace {

constexpr auto kPath = "/desk/plan";
constexpr auto kPublication = "/desk/plan/publication";

/// Which days, or all that is wrong with them.
struct Days
{
    Day first;
    Day last;
    FieldErrors errors;
};

Days read_days(Site const& site, Fields const& typed)
{
    auto const first = find_date(typed, "first");
    auto const last = find_date(typed, "last");
    FieldErrors errors;
    if (!first) {
        errors.add("first", N_("Enter the first day as a date, like 4 12 2026."));
    }
    if (!last) {
        errors.add("last", N_("Enter the last day as a date, like 17 12 2026."));
    }
    auto const today = app::today(site.app);
    auto const from = first.value_or(last ? std::min(today, *last) : today);
    auto const to = last.value_or(from);
    for (auto const& error : app::errors_in_range(site.app, from, to).list()) {
        if (errors.find(error.field) == nullptr && (first || error.field != "last")) {
            errors.add(error.field, error.message);
        }
    }
    return {from, to, std::move(errors)};
}

Response show_question(
    Site const& site,
    Request const& request,
    Person const& person,
    Fields const& typed,
    FieldErrors const& errors)
{
    auto const& t = request.t();
    return show_desk(
        site,
        request,
        person,
        {.title = t("Plan walks"),
         .content = html<"{}{}{}">(
             error_summary(t, errors),
             paragraph(t("The plan brings the queue together with the women officers on duty. "
                         "Nothing is changed and nobody is told until you publish it.")),
             plan_question({t, typed, errors})),
         .has_errors = !errors.empty()},
        errors.empty() ? 200 : 422);
}

/// GET /desk/plan: which days to plan; the two weeks from tomorrow unless chosen.
Response show_plan_question(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    app::require_permission(
        person, app::Action::plan_walks, desk_unit(site, person, request.query));
    auto const tomorrow = app::today(site.app) + std::chrono::days{1};
    Fields typed;
    put_date(typed, "first", tomorrow);
    put_date(typed, "last", tomorrow + std::chrono::days{13});
    return show_question(site, request, person, typed, {});
}

app::WalkPlan plan_of(Site& site, Person const& person, Fields const& typed, Days const& days)
{
    return app::make_plan(
        site.app,
        person,
        {.first = days.first, .last = days.last, .bcu = desk_unit(site, person, typed)});
}

Html publication(Texts const& t, app::WalkPlan const& plan, Days const& days)
{
    if (plan.walks.empty()) {
        return {};
    }
    Fields dates;
    put_date(dates, "first", days.first);
    put_date(dates, "last", days.last);
    Html hidden = hidden_input("plan", checksum_of(plan));
    for (auto const& [name, value] : dates) {
        hidden += hidden_input(name, value);
    }
    return form(
        {.action = kPublication,
         .content = html<"{}{}{}">(
             hidden,
             paragraph(t("When you publish, the officers are held for these walks and each woman "
                         "is asked whether she wants hers.")),
             button({.label = t("Publish this plan")}))});
}

Response show_plan(
    Site const& site,
    Request const& request,
    Person const& person,
    app::WalkPlan const& plan,
    Days const& days,
    bool has_changed)
{
    auto const& t = request.t();
    auto const warning =
        has_changed ? warning_text(
                          t,
                          escaped(t("The queue or the officers have changed since you looked. "
                                    "Nothing is published yet. This is the new plan.")))
                    : Html{};
    return show_desk(
        site,
        request,
        person,
        {.title = t("The plan"),
         .content = html<"{}{}{}">(warning, plan_view(site, t, plan), publication(t, plan, days)),
         .back = kPath},
        has_changed ? 409 : 200);
}

/// POST /desk/plan: makes a plan and shows it; changes nothing.
Response make_plan(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto const days = read_days(site, typed);
    if (!days.errors.empty()) {
        return show_question(site, request, person, typed, days.errors);
    }
    return show_plan(site, request, person, plan_of(site, person, typed, days), days, false);
}

/// POST /desk/plan/publication: makes the same plan again and publishes it, if it still is the one
/// that she saw.
Response create_publication(Site& site, Request const& request)
{
    auto const person = require_staff(site, request);
    auto const typed = request.form();
    auto const days = read_days(site, typed);
    if (!days.errors.empty()) {
        return show_question(site, request, person, typed, days.errors);
    }
    auto const plan = plan_of(site, person, typed, days);
    if (typed.get("plan") != checksum_of(plan)) {
        return show_plan(site, request, person, plan, days, true);
    }
    auto const held = app::publish_plan(site.app, person, plan);
    return see_other(
        site,
        "/desk/walks",
        {N_("Walks held for women who are now asked: {1}."), {std::to_string(held)}});
}

} // namespace

void add_desk_plan_routes(Router& router)
{
    router.add(Method::get, kPath, show_plan_question);
    router.add(Method::post, kPath, make_plan);
    router.add(Method::post, kPublication, create_publication);
}

} // namespace wt::web
