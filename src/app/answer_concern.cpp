#include "app/answer_concern.hpp"

#include "app/append_answer.hpp"
#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "app/public_place.hpp"
#include "app/record.hpp"
#include "app/refer_concern.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/wording.hpp"
#include "store/referrals.hpp"

namespace wt::app {

namespace {

std::optional<store::StoredPartner>
find_chosen(store::Reading& reading, AnswerForm const& form, std::optional<PartnerId> partner)
{
    if (!partner) {
        return std::nullopt;
    }
    if (form.kind != AnswerKind::referred) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Choose a partner only where it is passed to another body.")};
    }
    return require_reachable_partner(reading, *partner);
}

} // namespace

FieldErrors
check_answer(App const& app, AnswerForm const& form, std::vector<std::string> const& hidden_streets)
{
    auto errors = errors_in(form, app.settings()->force_name, today(app));
    for (auto const& street : hidden_streets) {
        if (names(form.sentence, street)) {
            errors.add(
                "sentence",
                {N_("Leave “{1}” out: too few people spoke about this street for the public to "
                    "read which one it is."),
                 {street}});
        }
    }
    return errors;
}

FieldErrors check_answer(App& app, ConcernId id, AnswerForm const& form)
{
    store::Reading reading{app.db};
    auto const concern = store::find_concern(reading, id);
    return check_answer(
        app,
        form,
        concern ? list_hidden_streets(app, reading, *concern) : std::vector<std::string>{});
}

AnswerId answer_concern(
    App& app,
    Person const& person,
    ConcernId id,
    int version,
    AnswerForm form,
    AnswerTies const& ties)
{
    store::Transaction tx{app.db};
    auto const answer = answer_concern(app, tx, person, id, version, std::move(form), ties);
    tx.commit();
    return answer;
}

AnswerId answer_concern(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    ConcernId id,
    int version,
    AnswerForm form,
    AnswerTies const& ties)
{
    auto const chosen = find_chosen(tx, form, ties.partner);
    if (chosen) {
        form.body = chosen->name;
    }
    auto const concern = store::find_concern(tx, id);
    if (!concern) {
        throw Refusal{Refusal::not_found, N_("There is no such concern.")};
    }
    require_permission(person, Action::answer_concern, concern->bcu);
    auto const errors = check_answer(app, form, list_hidden_streets(app, tx, *concern));
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    auto const body = trimmed(form.body);
    store::StoredAnswer const answer{
        .id = {random_id()},
        .concern = id,
        .kind = form.kind,
        .sentence = std::string{trimmed(form.sentence)},
        .body = body.empty() ? app.settings()->force_name : std::string{body},
        .due = form.kind == AnswerKind::planned ? form.due : std::nullopt,
        .staff = StaffId{person.id},
        .answered_at = app.now(),
        .verdict = {},
        .corrects = ties.corrects};
    append_answer(app, tx, *concern, answer, version);
    store::end_referrals(tx, id, answer.id);
    record(app, tx, person, Action::answer_concern, id, Reason::answering);
    if (chosen) {
        require_permission(person, Action::refer_concern, concern->bcu);
        refer(app, tx, person, id, answer.id, *chosen);
    }
    return answer.id;
}

} // namespace wt::app
