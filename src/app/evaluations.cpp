#include "app/evaluations.hpp"

#include "app/concern_clock.hpp"
#include "app/evaluation_places.hpp"
#include "app/evaluation_text.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/calendar.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/concern.hpp"

namespace wt::app {

namespace {

using store::StoredEvaluation;
using store::StoredHotspot;

constexpr std::chrono::days kYear{365};

store::StoredHotspot require_place(store::Reading& reading, HotspotId id)
{
    if (auto const hotspot = store::find_hotspot(reading, id)) {
        return *hotspot;
    }
    throw Refusal{Refusal::not_found, N_("There is no such hotspot.")};
}

StoredEvaluation require_evaluation(store::Reading& reading, EvaluationId id)
{
    if (auto const evaluation = store::find_evaluation(reading, id)) {
        return *evaluation;
    }
    throw Refusal{Refusal::not_found, N_("There is no such evaluation.")};
}

[[noreturn]] void refuse(Message message)
{
    throw Refusal{Refusal::conflict, std::move(message)};
}

SeenHotspot seen_now(store::Reading& reading, HotspotId id)
{
    auto const hotspot = store::find_hotspot(reading, id).value();
    return {
        .hotspot = hotspot,
        .latest = store::list_findings(reading, id).front(),
        .segments = store::list_hotspot_segments(reading, id, hotspot.last_day)};
}

bool may_see(Person const& person, SeenEvaluation const& seen)
{
    return may(person, Action::see_evaluations, seen.treated.hotspot.bcu) ||
           may(person, Action::see_evaluations, seen.control.hotspot.bcu);
}

SeenEvaluation seen_evaluation(store::Reading& reading, StoredEvaluation const& evaluation)
{
    return {
        .evaluation = evaluation,
        .treated = seen_now(reading, evaluation.treated),
        .control = seen_now(reading, evaluation.control),
        .result = store::find_evaluation_result(reading, evaluation.id)};
}

/// Oversight's decision: of two who press at once, one wins.
void decide(store::Transaction& tx, StoredEvaluation const& evaluation)
{
    if (!store::update_evaluation(tx, evaluation, EvaluationState::proposed)) {
        refuse(N_("This evaluation was decided already."));
    }
}

/// Writes it into the history of a place. Its version goes up, so of two evaluations that bind one
/// place at once, one wins.
void tell_place(
    App const& app, store::Transaction& tx, Person const& person, StoredHotspot const& place)
{
    if (!store::update_hotspot(tx, place)) {
        refuse(N_("Somebody has changed one of the places at this moment. Try again."));
    }
    store::insert_hotspot_event(
        tx,
        {.hotspot = place.id,
         .kind = HotspotEvent::evaluation_locked,
         .state = place.state,
         .staff = StaffId{person.id},
         .day = today(app),
         .at = app.now()});
}

} // namespace

std::vector<SeenEvaluation> list_evaluations(App& app, Person const& person)
{
    require_permission(person, Action::see_evaluations);
    store::Reading reading{app.db};
    std::vector<SeenEvaluation> evaluations;
    for (auto const& evaluation : store::list_evaluations(reading)) {
        auto seen = seen_evaluation(reading, evaluation);
        if (may_see(person, seen)) {
            evaluations.push_back(std::move(seen));
        }
    }
    return evaluations;
}

SeenEvaluation open_evaluation(App& app, Person const& person, EvaluationId id)
{
    require_permission(person, Action::see_evaluations);
    store::Reading reading{app.db};
    auto seen = seen_evaluation(reading, require_evaluation(reading, id));
    if (!may_see(person, seen)) {
        require_permission(person, Action::see_evaluations, seen.treated.hotspot.bcu);
    }
    return seen;
}

std::string locked_text_of(App& app, Person const& person, EvaluationId id)
{
    auto const seen = open_evaluation(app, person, id);
    store::Reading reading{app.db};
    return seen.evaluation.locked_at ? lock_text(reading, seen.evaluation) : "";
}

FieldErrors errors_in(EvaluationForm const& form, Day today)
{
    FieldErrors errors;
    if (!form.first_day) {
        errors.add("first_day", N_("Enter a date, like 17 12 2026."));
    } else if (*form.first_day <= today || *form.first_day > today + kYear) {
        errors.add("first_day", N_("The patrols begin on a day after today, within a year."));
    }
    if (form.weeks < kFewestWeeks || form.weeks > kMostWeeks) {
        errors.add(
            "weeks",
            {N_("Enter how many weeks, from {1} to {2}."),
             {std::to_string(kFewestWeeks), std::to_string(kMostWeeks)}});
    }
    if (form.fall < 1 || form.fall > 100) {
        errors.add("fall", N_("Enter a share in percent, from 1 to 100."));
    }
    if (form.minimum_severity < 1 || form.minimum_severity > kWorstSeverity) {
        errors.add("minimum_severity", N_("Choose a severity."));
    }
    return errors;
}

EvaluationId plan_evaluation(App& app, Person const& desk, HotspotId id, EvaluationForm const& form)
{
    require_permission(desk, Action::plan_evaluation);
    auto const errors = errors_in(form, today(app));
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    store::Transaction tx{app.db};
    auto const treated = require_place(tx, id);
    require_permission(desk, Action::plan_evaluation, treated.bcu);
    StoredEvaluation evaluation{
        .id = {random_id()},
        .treated = id,
        .control = {},
        .first_day = form.first_day.value(),
        .weeks = form.weeks,
        .fall = form.fall,
        .minimum_severity = form.minimum_severity,
        .seed = random_id(),
        .planned_at = app.now()};
    if (auto obstacle = find_obstacle(tx, treated, evaluation)) {
        refuse(std::move(*obstacle));
    }
    auto const control = draw_control(tx, treated, evaluation);
    if (!control) {
        refuse(
            N_("There is no other hotspot of its kind that may go without visits for so long, so "
               "there is nothing to compare it with."));
    }
    evaluation.control = *control;
    evaluation.smallest_fall = smallest_fall(tx, evaluation);
    if (!store::insert_evaluation(tx, evaluation)) {
        refuse(N_("Another evaluation of that time has this place."));
    }
    record(app, tx, desk, Action::plan_evaluation, evaluation.id);
    tx.commit();
    return evaluation.id;
}

void approve_evaluation(App& app, Person const& oversight, EvaluationId id)
{
    require_permission(oversight, Action::approve_evaluation);
    store::Transaction tx{app.db};
    auto evaluation = require_evaluation(tx, id);
    auto const treated = require_place(tx, evaluation.treated);
    auto const control = require_place(tx, evaluation.control);
    if (evaluation.first_day <= today(app)) {
        refuse(
            N_("The day of the patrols has come. What is compared is locked before they begin."));
    }
    if (auto obstacle = find_obstacle(tx, treated, evaluation)) {
        refuse(std::move(*obstacle));
    }
    if (!may_be_control(tx, control, evaluation)) {
        refuse(N_("The place without patrols may not go without them any more: something was said "
                  "or planned there since. Refuse this evaluation; the desk may plan another."));
    }
    evaluation.state = EvaluationState::locked;
    evaluation.locked_at = app.now();
    evaluation.salt = random_token();
    evaluation.fingerprint = checksum(lock_text(tx, evaluation));
    decide(tx, evaluation);
    tell_place(app, tx, oversight, treated);
    tell_place(app, tx, oversight, control);
    record(app, tx, oversight, Action::approve_evaluation, id);
    record(
        app,
        tx,
        oversight,
        Action::approve_evaluation,
        {"evaluation_lock", seal_number(evaluation.fingerprint)});
    tx.commit();
}

void refuse_evaluation(App& app, Person const& oversight, EvaluationId id, std::string_view why)
{
    require_permission(oversight, Action::approve_evaluation);
    auto const errors = errors_in_note(why, "why");
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    store::Transaction tx{app.db};
    auto evaluation = require_evaluation(tx, id);
    evaluation.state = EvaluationState::refused;
    evaluation.why = trimmed(why);
    decide(tx, evaluation);
    record(app, tx, oversight, Action::approve_evaluation, id, Reason::refused);
    tx.commit();
}

std::optional<EvaluationId> find_changed_evaluation(App& app)
{
    store::Reading reading{app.db};
    auto const is_sealed = [&](Action action, std::string_view kind, std::string const& hash) {
        return is_recorded(reading, action, {kind, seal_number(hash)});
    };
    for (auto const& evaluation : store::list_evaluations(reading)) {
        if (!evaluation.locked_at) {
            continue;
        }
        auto const locked = checksum(lock_text(reading, evaluation));
        bool holds = locked == evaluation.fingerprint &&
                     is_sealed(Action::approve_evaluation, "evaluation_lock", locked);
        if (auto const result = store::find_evaluation_result(reading, evaluation.id)) {
            auto const told = checksum(result_text(evaluation, *result));
            holds = holds && told == result->fingerprint &&
                    is_sealed(Action::publish_evaluation, "evaluation_result", told);
        }
        if (!holds) {
            return evaluation.id;
        }
    }
    return std::nullopt;
}

} // namespace wt::app
