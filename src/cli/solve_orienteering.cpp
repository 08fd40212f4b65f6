#include "base/refusal.hpp"
#include "cli/session.hpp"
#include "cli/solve.hpp"
#include "routing/formats/instance.hpp"
#include "routing/solve.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>
#include <map>
#include <optional>

namespace wt::cli {

namespace {

using routing::Format;
using Clock = std::chrono::steady_clock;

struct Given
{
    std::string file;
    Format format = Format::op;
    std::optional<std::size_t> vehicles;
    std::optional<double> seconds;
    std::optional<std::int64_t> iterations;
    std::uint64_t seed = 1;
    bool json = false;
};

std::string read_text(std::string const& path)
{
    auto file = open_file(path);
    return {std::istreambuf_iterator<char>{file}, {}};
}

routing::Instance read(Given const& given)
{
    try {
        auto instance = routing::read_instance(read_text(given.file), given.format);
        instance.problem.vehicles = given.vehicles.value_or(instance.problem.vehicles);
        return instance;
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::invalid_input) {
            throw;
        }
        throw Refusal{
            Refusal::invalid_input, {N_("{1}: {2}"), {given.file, in_english(refusal.message())}}};
    }
}

routing::Limits limits_of(Given const& given, Clock::time_point begin)
{
    routing::Limits limits{.seed = given.seed};
    if (given.seconds) {
        double const seconds = std::max(*given.seconds, 1e-9);
        limits.iterations = std::numeric_limits<std::int64_t>::max();
        limits.spent = [begin, seconds] {
            return std::chrono::duration<double>{Clock::now() - begin}.count() / seconds;
        };
    }
    limits.iterations = given.iterations.value_or(limits.iterations);
    return limits;
}

/// Whole numbers as such.
nlohmann::ordered_json number(double value)
{
    auto const whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? nlohmann::ordered_json(whole)
                                               : nlohmann::ordered_json(value);
}

void print_json(routing::Instance const& instance, routing::Plan const& plan, double seconds)
{
    nlohmann::ordered_json document{
        {"score", number(plan.score + (plan.feasible ? instance.score_of_depot : 0.0))},
        {"bound", number(plan.bound + (plan.feasible ? instance.score_of_depot : 0.0))},
        {"optimal", plan.proven_optimal},
        {"routes", nlohmann::ordered_json::array()},
        {"length", nlohmann::ordered_json::array()},
        {"iterations", plan.iterations},
        {"seconds", seconds}};
    for (auto const& route : plan.routes) {
        auto ids = nlohmann::ordered_json::array();
        for (auto const point : route.order) {
            ids.push_back(instance.ids[point]);
        }
        document["routes"].push_back(std::move(ids));
        document["length"].push_back(number(route.total.count() / instance.unit));
    }
    fmt::print("{}\n", document.dump());
}

void print_table(routing::Instance const& instance, routing::Plan const& plan)
{
    for (auto const& route : plan.routes) {
        std::vector<std::int64_t> ids;
        for (auto const point : route.order) {
            ids.push_back(instance.ids[point]);
        }
        fmt::print("{:.6g}: {}\n", route.total.count() / instance.unit, fmt::join(ids, " "));
    }
    if (!plan.feasible) {
        say(N_("The end cannot be reached within the budget."));
        return;
    }
    say(
        {plan.proven_optimal ? N_("The score is {1}, and no routes have more.")
                             : N_("The score is {1}; no routes have more than {2}."),
         {fmt::format("{}", plan.score + instance.score_of_depot),
          fmt::format("{:.6g}", plan.bound + instance.score_of_depot)}});
}

void solve(Given const& given)
{
    auto const instance = read(given);
    auto const begin = Clock::now();
    auto const plan = routing::solve(instance.problem, limits_of(given, begin));
    double const seconds = std::chrono::duration<double>{Clock::now() - begin}.count();
    given.json ? print_json(instance, plan, seconds) : print_table(instance, plan);
}

} // namespace

void add_solve_orienteering(CLI::App& solve_family)
{
    constexpr std::size_t kMostVehicles = 100;
    constexpr double kMostSeconds = 86'400;
    static std::map<std::string, Format> const kFormats{
        {"op", Format::op},
        {"top", Format::top},
        {"toptw", Format::toptw},
        {"oplib", Format::oplib}};
    auto* const command = solve_family.add_subcommand(
        "orienteering", "Within the time there is, the places of the highest weight");
    auto const given = std::make_shared<Given>();
    command->add_option("file", given->file, "The problem")->required();
    command->add_option("--format", given->format, "How it is written: op, top, toptw or oplib")
        ->required()
        ->transform(CLI::CheckedTransformer(kFormats));
    command->add_option("--vehicles", given->vehicles, "How many routes; default: as the file says")
        ->check(CLI::Range(std::size_t{1}, kMostVehicles));
    auto* const seconds = command->add_option("--seconds", given->seconds, "How long to search")
                              ->check(CLI::Range(0.0, kMostSeconds));
    command
        ->add_option(
            "--iterations", given->iterations, "How long to search, the same on any machine")
        ->check(CLI::NonNegativeNumber)
        ->excludes(seconds);
    command->add_option("--seed", given->seed, "Another seed may give another plan");
    command->add_flag("--json", given->json, "Print it for programs");
    command->callback([given] { solve(*given); });
}

} // namespace wt::cli
