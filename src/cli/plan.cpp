#include "app/areas.hpp"
#include "app/plan_walks.hpp"
#include "base/calendar.hpp"
#include "base/refusal.hpp"
#include "cli/commands.hpp"
#include "cli/days.hpp"
#include "daylight/zone.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wt::cli {

namespace {

struct Given
{
    std::string from;
    std::string to;
    std::string bcu;
    bool dry_run = false;
    bool json = false;
    int iterations = app::PlanWish{}.iterations;
    std::uint64_t seed = app::PlanWish{}.seed;
};

app::PlanWish to_wish(app::App const& app, Given const& given)
{
    app::PlanWish wish{.first = require_day(given.from), .last = require_day(given.to)};
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    if (wish.last < zone.day_of(app.now())) {
        throw Refusal{Refusal::invalid_input, N_("These days are over.")};
    }
    wish.iterations = given.iterations;
    wish.seed = given.seed;
    if (!given.bcu.empty()) {
        auto const bcu = app.areas()->find_bcu(given.bcu);
        if (!bcu) {
            throw Refusal{Refusal::not_found, {N_("There is no command unit “{1}”."), {given.bcu}}};
        }
        wish.bcu = bcu->id;
    }
    return wish;
}

std::string time_text(daylight::LocalTime const& time)
{
    return fmt::format("{} {:02}:{:02}", iso_text(time.day), time.hour, time.minute);
}

std::vector<std::string> reasons(app::PlannedWalk const& walk)
{
    std::vector<std::string> names;
    for (auto const why : walk.why) {
        names.emplace_back(matching::name(why));
    }
    return names;
}

void print_json(app::WalkPlan const& plan, std::size_t held)
{
    nlohmann::ordered_json document{
        {"waiting", plan.waiting},
        {"bound", plan.bound},
        {"gap", plan.gap},
        {"published", held},
        {"walks", nlohmann::ordered_json::array()},
        {"left_out", nlohmann::ordered_json::array()}};
    for (auto const& walk : plan.walks) {
        std::vector<std::int64_t> requests;
        for (auto const request : walk.requests) {
            requests.push_back(request.value);
        }
        document["walks"].push_back(
            {{"starts_at", to_milliseconds(walk.time.from)},
             {"ends_at", to_milliseconds(walk.time.to)},
             {"ward", walk.ward_name},
             {"officers", walk.officer_names},
             {"requests", requests},
             {"step_free", walk.step_free},
             {"why", reasons(walk)}});
    }
    for (auto const& left : plan.unserved) {
        document["left_out"].push_back(
            {{"request", left.request.value}, {"why_not", matching::name(left.why_not)}});
    }
    fmt::print("{}\n", document.dump(2));
}

void print_table(app::WalkPlan const& plan, daylight::Zone const& zone)
{
    for (auto const& walk : plan.walks) {
        fmt::print(
            "{}  {:24}  {} {}  {}  {}\n",
            time_text(zone.local(walk.time.from)),
            walk.ward_name,
            walk.requests.size(),
            walk.requests.size() == 1 ? "request " : "requests",
            fmt::join(walk.officer_names, ", "),
            fmt::join(reasons(walk), ", "));
    }
    for (auto const& left : plan.unserved) {
        fmt::print("left out  request {}: {}\n", left.request.value, matching::name(left.why_not));
    }
    say(
        {N_("{1} of {2} waiting requests get a walk; no plan could serve more than {3}."),
         {std::to_string(plan.waiting - plan.unserved.size()),
          std::to_string(plan.waiting),
          std::to_string(plan.bound)}});
}

void plan_walks(Session& session, Given const& given)
{
    auto& app = session.app();
    auto const plan = app::make_plan(app, kCommandLine, to_wish(app, given));
    auto const held = given.dry_run ? 0 : app::publish_plan(app, kCommandLine, plan);
    if (given.json) {
        print_json(plan, held);
        return;
    }
    print_table(plan, daylight::require_zone(app.settings()->time_zone));
    if (given.dry_run) {
        say(N_("Nothing was changed."));
    } else {
        say({N_("{1} walks are proposed to the women."), {std::to_string(held)}});
    }
}

} // namespace

void add_plan(CLI::App& root, Session& session)
{
    auto* const plan = root.add_subcommand("plan", "Who walks with whom, when");
    plan->require_subcommand(1);
    auto* const walks = plan->add_subcommand("walks", "Plan walks for those who wait");
    auto const given = std::make_shared<Given>();
    walks->add_option("--from", given->from, "first day, such as 2026-12-02")->required();
    walks->add_option("--to", given->to, "last day")->required();
    walks->add_option("--bcu", given->bcu, "code of a command unit; all of them without");
    walks->add_flag("--dry-run", given->dry_run, "only show the plan");
    walks->add_flag("--json", given->json, "print it as JSON");
    walks->add_option("--seed", given->seed, "another seed may find another plan")
        ->capture_default_str();
    walks->add_option("--iterations", given->iterations, "how hard to try")
        ->check(CLI::Range(0, 10'000'000))
        ->capture_default_str();
    walks->callback([&session, given] { plan_walks(session, *given); });
}

} // namespace wt::cli
