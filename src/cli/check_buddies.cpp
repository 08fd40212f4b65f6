#include "base/refusal.hpp"
#include "cli/buddies_file.hpp"
#include "cli/solve.hpp"
#include "matching/check.hpp"
#include "matching/fairness.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace wt::cli {

namespace {

void check_buddies(std::string const& problem_file, std::string const& plan_file)
{
    auto const problem = read_problem(problem_file);
    auto const plan = read_plan(plan_file);
    auto const faults = matching::check(problem, plan);
    for (auto const& fault : faults) {
        fmt::print(
            "{}  request {}  officer {}\n",
            matching::name(fault.fault),
            fault.request.value,
            fault.officer.value);
    }
    std::fflush(stdout); // before what is wrong is told beside it
    if (!faults.empty()) {
        throw Refusal{
            Refusal::conflict,
            {N_("The plan breaks the rules {1} times."), {std::to_string(faults.size())}}};
    }
    fmt::print("The plan keeps every rule: {} served.\n", plan.objective.served);
    auto const shares = matching::shares_by_ward(problem, plan);
    auto const behind = matching::left_behind(shares);
    for (auto const& share : behind) {
        fmt::print(
            "left behind  ward {}: {} of {} served, {} possible\n",
            share.ward.value,
            share.served,
            share.asked,
            share.possible);
    }
    fmt::print("{} of {} wards are left behind.\n", behind.size(), shares.size());
}

} // namespace

void add_check_buddies(CLI::App& check)
{
    auto* const command =
        check.add_subcommand("buddies", "Whether a plan of walks keeps every rule");
    auto const problem = std::make_shared<std::string>();
    auto const plan = std::make_shared<std::string>();
    command->add_option("problem", *problem, "docs/schemas/buddies-problem.json")->required();
    command->add_option("plan", *plan, "docs/schemas/buddies-plan.json")->required();
    command->callback([problem, plan] { check_buddies(*problem, *plan); });
}

} // namespace wt::cli
