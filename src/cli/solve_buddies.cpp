#include "base/message.hpp"
#include "cli/buddies_file.hpp"
#include "cli/files.hpp"
#include "cli/session.hpp"
#include "cli/solve.hpp"
#include "matching/solve.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <thread>

namespace wt::cli {

namespace {

using SteadyClock = std::chrono::steady_clock;

struct Given
{
    std::string file;
    std::string out;
    std::optional<double> seconds;
    int iterations = 20'000;
    std::uint64_t seed = 1;
    unsigned threads = 1;
    bool json = false;
};

/// The work on that many threads; each takes the next piece when it is done with one.
matching::ForEach on_threads(unsigned threads)
{
    return [threads](std::size_t count, std::function<void(std::size_t)> const& work) {
        std::atomic<std::size_t> next{0};
        std::vector<std::jthread> all;
        for (unsigned i = 0; i < std::min<std::size_t>(threads, count); ++i) {
            all.emplace_back([&] {
                for (auto piece = next++; piece < count; piece = next++) {
                    work(piece);
                }
            });
        }
    };
}

matching::Limits to_limits(Given const& given)
{
    matching::Limits limits{.iterations = given.iterations, .seed = given.seed};
    if (given.threads > 1) {
        limits.for_each = on_threads(given.threads);
    }
    if (given.seconds) {
        limits.iterations = std::numeric_limits<int>::max();
        auto const end = SteadyClock::now() + std::chrono::duration<double>{*given.seconds};
        limits.stop = [end] { return SteadyClock::now() >= end; };
    }
    return limits;
}

void print_summary(matching::Plan const& plan, Making const& making)
{
    auto const& o = plan.objective;
    fmt::print("walks            {}\n", plan.assignments.size());
    fmt::print(
        "served           {} (at most {}: gap {:.2f}%)\n", o.served, plan.bound, 100 * plan.gap());
    fmt::print("priority         {}\n", o.priority);
    fmt::print("kept             {}\n", o.kept);
    fmt::print("unevenness       {:.2f}\n", static_cast<double>(o.unevenness) / 1e6);
    fmt::print("hours            {:.1f}\n", static_cast<double>(o.hours) / 1000);
    fmt::print("familiarity      {}\n", o.familiarity);
    fmt::print("travel and load  {:.2f}\n", static_cast<double>(o.travel_and_load) / 100);
    std::map<matching::WhyNot, int> left;
    for (auto const& unserved : plan.unserved) {
        ++left[unserved.why_not];
    }
    for (auto const& [why_not, count] : left) {
        fmt::print("left out         {} {}\n", count, matching::name(why_not));
    }
    fmt::print("seconds          {:.2f}\n", making.seconds);
}

void solve_buddies(Given const& given)
{
    auto const problem = read_problem(given.file);
    auto const start = SteadyClock::now();
    auto const plan = matching::solve(problem, to_limits(given));
    Making const making{
        .seed = given.seed,
        .seconds = std::chrono::duration<double>(SteadyClock::now() - start).count()};
    if (!given.out.empty()) {
        write_file(given.out, [&](std::ostream& out) { write_plan(out, plan, making); });
    }
    if (given.json) {
        write_plan(std::cout, plan, making);
    } else {
        print_summary(plan, making);
    }
}

} // namespace

void add_solve_buddies(CLI::App& solve)
{
    auto* const command = solve.add_subcommand("buddies", "Who walks with whom, and when");
    auto const given = std::make_shared<Given>();
    constexpr double kLongest = 86'400;
    constexpr unsigned kMostThreads = 256;
    command->add_option("file", given->file, "problem, docs/schemas/buddies-problem.json")
        ->required();
    auto* const seconds = command->add_option("--seconds", given->seconds, "how long to try");
    seconds->check(CLI::Range(0.0, kLongest));
    command
        ->add_option("--iterations", given->iterations, "rounds of the search in each command unit")
        ->check(CLI::Range(0, 1'000'000'000))
        ->excludes(seconds)
        ->capture_default_str();
    command->add_option("--seed", given->seed, "another seed may find another plan")
        ->capture_default_str();
    command->add_option("--threads", given->threads, "command units solved at a time")
        ->check(CLI::Range(1U, kMostThreads))
        ->capture_default_str();
    command->add_flag("--json", given->json, "print the plan, docs/schemas/buddies-plan.json");
    command->add_option("--out", given->out, "file that the plan is written to");
    command->callback([given] { solve_buddies(*given); });
}

} // namespace wt::cli
