#include "cli/solve.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <vector>

namespace wt::cli {

namespace {

using Add = void (*)(CLI::App& family);

std::vector<Add> const kSolvers{add_solve_buddies, add_solve_orienteering};
std::vector<Add> const kChecks{add_check_buddies};

void add_family(
    CLI::App& root, char const* name, char const* about, std::vector<Add> const& commands)
{
    auto* const family = root.add_subcommand(name, about);
    family->require_subcommand(1);
    for (auto const add : commands) {
        add(*family);
    }
}

} // namespace

void add_solve(CLI::App& root, Session& /*session*/)
{
    add_family(root, "solve", "Solve a problem that a file holds", kSolvers);
}

void add_check(CLI::App& root, Session& /*session*/)
{
    add_family(root, "check", "Check a plan against its problem, apart from the solver", kChecks);
}

} // namespace wt::cli
