#include "app/answer_concern.hpp"

#include "app/concern_clock.hpp"
#include "app/outbox.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

namespace wt::app {

namespace {

/// A passer-by, a visitor and a woman who has been erased cannot be told.
void tell_her(App const& app, store::Transaction& tx, store::StoredConcern const& concern)
{
    if (auto const she = store::find_participant_by_pseudonym(tx, concern.pseudonym)) {
        queue_message(tx, MessageKind::concern_answered, *she, concern.id.value, app.now());
    }
}

} // namespace

FieldErrors check_answer(App const& app, AnswerForm const& form)
{
    return errors_in(form, app.settings()->force_name, today(app));
}

AnswerId
answer_concern(App& app, Person const& person, ConcernId id, int version, AnswerForm const& form)
{
    auto const errors = check_answer(app, form);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    store::Transaction tx{app.db};
    auto const concern = store::find_concern(tx, id);
    if (!concern) {
        throw Refusal{Refusal::not_found, N_("There is no such concern.")};
    }
    require_permission(person, Action::answer_concern, concern->bcu);
    auto const body = trimmed(form.body);
    store::StoredAnswer const answer{
        .id = {random_id()},
        .concern = id,
        .kind = form.kind,
        .sentence = std::string{trimmed(form.sentence)},
        .body = body.empty() ? app.settings()->force_name : std::string{body},
        .due = form.kind == AnswerKind::planned ? form.due : std::nullopt,
        .staff = {person.id},
        .answered_at = app.now(),
        .verdict = {}};
    if (!store::insert_answer(tx, answer, version)) {
        throw Refusal{
            Refusal::conflict,
            N_("This concern has been answered or changed meanwhile. Look at it again.")};
    }
    tell_her(app, tx, *concern);
    record(app, tx, person, Action::answer_concern, id, Reason::answering);
    tx.commit();
    return answer.id;
}

} // namespace wt::app
