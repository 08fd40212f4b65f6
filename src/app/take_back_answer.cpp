#include "app/take_back_answer.hpp"

#include "app/append_answer.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "store/concerns.hpp"
#include "store/referrals.hpp"

namespace wt::app {

namespace {

[[noreturn]] void refuse()
{
    throw Refusal{
        Refusal::conflict,
        N_("Only its author can take an answer back, within ten minutes, and only until there is "
           "another answer or a word on it. Put it right with another answer.")};
}

/// The same answer of a concern that was answered together with the leading one.
void take_back_repeating(
    App const& app, store::Transaction& tx, store::StoredAnswer const& answer, StaffId author)
{
    auto const concern = store::find_concern(tx, answer.concern);
    auto const latest = store::find_latest_answer(tx, answer.concern);
    if (answer.verdict) {
        refuse();
    }
    bool const stands = latest && latest->id == answer.id;
    if (stands && concern && concern->state != ConcernState::withdrawn) {
        append_taking_back(app, tx, answer, author);
    }
}

} // namespace

bool may_take_back(
    App const& app, Person const& person, std::vector<store::StoredAnswer> const& history)
{
    auto const* const latest = store::find_latest(history);
    return latest != nullptr && !latest->place.together && latest->staff == StaffId{person.id} &&
           !latest->verdict && app.now() < latest->answered_at + kTimeToTakeBack;
}

void take_back_answer(App& app, Person const& person, AnswerId id)
{
    store::Transaction tx{app.db};
    auto const answer = store::find_answer(tx, id);
    auto const concern = answer ? store::find_concern(tx, answer->concern) : std::nullopt;
    if (!concern) {
        throw Refusal{Refusal::not_found, N_("There is no such answer.")};
    }
    require_permission(person, Action::answer_concern, concern->bcu);
    auto const history = store::list_answers(tx, concern->id);
    if (!may_take_back(app, person, history) || store::find_latest(history)->id != id) {
        refuse();
    }
    append_taking_back(app, tx, *answer, StaffId{person.id});
    for (auto const& repeating : store::list_repeating(tx, id)) {
        take_back_repeating(app, tx, repeating, StaffId{person.id});
    }
    store::take_back_referrals(tx, id);
    record(app, tx, person, Action::answer_concern, concern->id, Reason::taken_back);
    tx.commit();
}

} // namespace wt::app
