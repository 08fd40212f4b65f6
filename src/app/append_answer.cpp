#include "app/append_answer.hpp"

#include "app/outbox.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/merging.hpp"
#include "store/messages.hpp"

namespace wt::app {

namespace {

Instant time_to_tell(store::StoredAnswer const& answer)
{
    return answer.staff ? answer.answered_at + kTimeToTakeBack : answer.answered_at;
}

void insert_next(
    App const& app,
    store::Transaction& tx,
    store::StoredAnswer const& answer,
    store::AnswerStep step)
{
    if (!store::insert_answer(tx, app.keys.key(store::KeyPurpose::audit), answer, step)) {
        throw Refusal{
            Refusal::conflict,
            N_("This concern has been answered or changed meanwhile. Look at it again.")};
    }
}

void require_correctable(store::Reading& reading, ConcernId concern, AnswerId id)
{
    auto const earlier = store::find_answer(reading, id);
    if (!earlier || earlier->concern != concern || !earlier->place.is_given() ||
        earlier->place.corrected_at) {
        throw Refusal{
            Refusal::invalid_input,
            N_("Choose an answer of this concern that still stands to be put right.")};
    }
}

/// To one concern alone.
void append_one(
    App const& app,
    store::Transaction& tx,
    store::StoredConcern const& concern,
    store::StoredAnswer answer,
    int version)
{
    answer.before = concern.state;
    insert_next(
        app, tx, answer, {.version = version, .state = state_after(answer.kind, answer.author())});
    // A passer-by, a visitor and a woman who has been erased cannot be told.
    if (auto const she = store::find_participant_by_pseudonym(tx, concern.pseudonym)) {
        queue_message(
            tx, MessageKind::concern_answered, *she, concern.id.value, time_to_tell(answer));
    }
}

} // namespace

void append_answer(
    App const& app,
    store::Transaction& tx,
    store::StoredConcern const& concern,
    store::StoredAnswer const& answer,
    int version)
{
    if (answer.corrects) {
        require_correctable(tx, concern.id, *answer.corrects);
    }
    if (concern.lead) {
        throw Refusal{
            Refusal::conflict,
            N_("This concern is answered together with another one. Answer that one, or take them "
               "apart.")};
    }
    append_one(app, tx, concern, answer, version);
    for (auto const& following : store::list_merged(tx, concern.id)) {
        append_shared_answer(app, tx, answer, following);
    }
}

void append_shared_answer(
    App const& app,
    store::Transaction& tx,
    store::StoredAnswer const& answer,
    store::StoredConcern const& concern)
{
    auto shared = answer;
    shared.id = {random_id()};
    shared.concern = concern.id;
    shared.answered_at = app.now();
    shared.verdict.reset();
    shared.place = {.together = answer.id};
    shared.corrects.reset();
    for (auto const& earlier : store::list_answers(tx, concern.id)) {
        if (answer.corrects && earlier.place.together == answer.corrects &&
            earlier.place.is_given() && !earlier.place.corrected_at) {
            shared.corrects = earlier.id;
        }
    }
    append_one(app, tx, concern, shared, concern.version);
}

void append_taking_back(
    App const& app, store::Transaction& tx, store::StoredAnswer const& answer, StaffId author)
{
    auto const concern = store::find_concern(tx, answer.concern).value();
    auto taking_back = answer; // of the same kind, so that whoever counts kinds sees a pair
    taking_back.id = {random_id()};
    taking_back.sentence = in_english(N_("Taken back by the desk"));
    taking_back.staff = author;
    taking_back.answered_at = app.now();
    taking_back.corrects = answer.id;
    taking_back.before = concern.state;
    taking_back.place = {.takes_back = true}; // it ties no concern to another one
    insert_next(app, tx, taking_back, {.version = concern.version, .state = answer.before});
    auto const she = store::find_participant_by_pseudonym(tx, concern.pseudonym);
    if (she && !store::delete_waiting_message(
                   tx,
                   {.kind = MessageKind::concern_answered,
                    .participant = she,
                    .subject_id = concern.id.value},
                   time_to_tell(answer))) {
        queue_message(tx, MessageKind::concern_answered, *she, concern.id.value, app.now());
    }
}

} // namespace wt::app
