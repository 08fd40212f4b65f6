#include "app/evaluations.hpp"

#include "app/areas.hpp"
#include "app/publish_evaluations.hpp"
#include "base/calendar.hpp"
#include "base/csv_writer.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wt::cli {

namespace {

std::string count_in(
    std::optional<store::StoredEvaluationResult> const& result,
    std::int64_t store::StoredEvaluationResult::* count)
{
    return result ? std::to_string(*result.*count) : "";
}

void show(app::App& app)
{
    using Result = store::StoredEvaluationResult;
    std::string text;
    append_csv_line(
        text,
        {"id",
         "state",
         "hotspot",
         "control",
         "base_day",
         "first_day",
         "end_day",
         "fall_percent",
         "smallest_fall_percent",
         "treated_before",
         "treated_after",
         "control_before",
         "control_after",
         "finding",
         "fingerprint"});
    for (auto const& seen : app::list_evaluations(app, kCommandLine)) {
        auto const& evaluation = seen.evaluation;
        append_csv_line(
            text,
            {std::to_string(evaluation.id.value),
             std::string{code_in(kEvaluationStates, evaluation.state)},
             std::to_string(evaluation.treated.value),
             std::to_string(evaluation.control.value),
             iso_text(evaluation.base_day()),
             iso_text(evaluation.first_day),
             iso_text(evaluation.end_day()),
             std::to_string(evaluation.fall),
             evaluation.smallest_fall ? std::to_string(*evaluation.smallest_fall) : "",
             count_in(seen.result, &Result::treated_before),
             count_in(seen.result, &Result::treated_after),
             count_in(seen.result, &Result::control_before),
             count_in(seen.result, &Result::control_after),
             seen.result ? std::string{code_in(kFindings, seen.result->finding)} : "",
             evaluation.fingerprint});
    }
    fmt::print("{}", text);
}

void verify(app::App& app)
{
    if (auto const changed = app::find_changed_evaluation(app)) {
        say(
            {N_("Evaluation {1} is not as it was locked or published."),
             {std::to_string(changed->value)}});
        throw CLI::RuntimeError{1};
    }
    say(N_("All evaluations are as they were locked and published."));
}

} // namespace

void add_evaluations(CLI::App& root, Session& session)
{
    auto* const family = root.add_subcommand(
        "evaluations",
        "Whether patrols at hotspots changed what women say, as CSV; for desk and oversight");
    auto* const publish = family->add_subcommand(
        "publish", "Publish what is over, as the worker does by itself; nothing else can be");
    publish->callback([&session] {
        auto const count = app::publish_evaluations(session.app(), kSystem);
        say({N_("{1} evaluations were published."), {std::to_string(count)}});
    });
    auto* const verification =
        family->add_subcommand("verify", "Check that nothing locked or published has changed");
    verification->callback([&session] { verify(session.app()); });
    family->callback([&session, publish, verification] {
        if (!publish->parsed() && !verification->parsed()) {
            show(session.app());
        }
    });
}

} // namespace wt::cli
