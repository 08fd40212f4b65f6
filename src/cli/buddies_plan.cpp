#include "base/calendar.hpp"
#include "cli/buddies_file.hpp"
#include "cli/json_file.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace wt::cli {

namespace {

using namespace matching;
using nlohmann::ordered_json;

/// The levels of an objective by name, in their order.
struct Level
{
    char const* name;
    std::int64_t Objective::* value;
};
constexpr std::array kLevels{
    Level{"served", &Objective::served},
    Level{"priority", &Objective::priority},
    Level{"kept", &Objective::kept},
    Level{"unevenness", &Objective::unevenness},
    Level{"hours", &Objective::hours},
    Level{"familiarity", &Objective::familiarity},
    Level{"travel_and_load", &Objective::travel_and_load},
};

template <class IdType>
ordered_json numbers(std::vector<IdType> const& ids)
{
    auto list = ordered_json::array();
    for (auto const id : ids) {
        list.push_back(id.value);
    }
    return list;
}

template <class IdType>
std::vector<IdType> read_ids(JsonCell const& list)
{
    std::vector<IdType> ids;
    list.for_each([&](JsonCell const& cell) { ids.push_back({cell.whole()}); });
    return ids;
}

ordered_json to_json(Assignment const& walk)
{
    auto why = ordered_json::array();
    for (auto const reason : walk.why) {
        why.push_back(name(reason));
    }
    return {
        {"requests", numbers(walk.requests)},
        {"ward", walk.ward.value},
        {"start", iso_text(walk.start)},
        {"officers", numbers(walk.officers)},
        {"step_free", walk.step_free},
        {"why", std::move(why)}};
}

/// The reason that `cell` names, of those up to `last`.
template <class Reason>
Reason read_reason(JsonCell const& cell, Reason last)
{
    auto const text = cell.text();
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (text == name(static_cast<Reason>(i))) {
            return static_cast<Reason>(i);
        }
    }
    cell.refuse(N_("There is no such reason."));
}

Assignment read_assignment(JsonCell const& cell)
{
    cell.require_object({"requests", "ward", "start", "officers"}, {"step_free", "why"});
    Assignment walk{
        .requests = read_ids<RequestId>(cell.at("requests")),
        .ward = {cell.at("ward").whole()},
        .start = cell.at("start").moment(),
        .officers = read_ids<OfficerId>(cell.at("officers")),
        .step_free = cell.has("step_free") && cell.at("step_free").flag()};
    cell.for_each("why", [&](JsonCell const& reason) {
        walk.why.push_back(read_reason(reason, Why::shared));
    });
    return walk;
}

Objective read_objective(JsonCell const& cell)
{
    cell.require_object(
        {"served"}, {"priority", "kept", "unevenness", "hours", "familiarity", "travel_and_load"});
    Objective objective;
    for (auto const& level : kLevels) {
        if (cell.has(level.name)) {
            objective.*level.value =
                cell.at(level.name).whole(0, std::numeric_limits<std::int64_t>::max());
        }
    }
    return objective;
}

} // namespace

Plan read_plan(std::string const& path)
{
    JsonFile const file{path};
    auto const root = file.root();
    root.require_object(
        {"assignments", "unserved", "objective", "bound"},
        {"gap", "iterations", "seed", "seconds"});
    Plan plan;
    root.at("assignments").for_each([&](JsonCell const& cell) {
        plan.assignments.push_back(read_assignment(cell));
    });
    root.at("unserved").for_each([&](JsonCell const& cell) {
        cell.require_object({"request", "why_not"});
        plan.unserved.push_back(
            {{cell.at("request").whole()}, read_reason(cell.at("why_not"), WhyNot::others_first)});
    });
    plan.objective = read_objective(root.at("objective"));
    plan.bound = root.at("bound").whole(0);
    return plan;
}

void write_plan(std::ostream& out, Plan const& plan, Making const& making)
{
    ordered_json document{
        {"assignments", ordered_json::array()}, {"unserved", ordered_json::array()}};
    for (auto const& walk : plan.assignments) {
        document["assignments"].push_back(to_json(walk));
    }
    for (auto const& left : plan.unserved) {
        document["unserved"].push_back(
            {{"request", left.request.value}, {"why_not", name(left.why_not)}});
    }
    for (auto const& level : kLevels) {
        document["objective"][level.name] = plan.objective.*level.value;
    }
    document["bound"] = plan.bound;
    document["gap"] = plan.gap();
    document["iterations"] = plan.iterations;
    document["seed"] = making.seed;
    document["seconds"] = making.seconds;
    out << document.dump(2) << '\n';
}

} // namespace wt::cli
