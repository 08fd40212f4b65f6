#include "app/append_answer.hpp"

#include "app/outbox.hpp"
#include "base/refusal.hpp"

namespace wt::app {

void append_answer(
    App const& app,
    store::Transaction& tx,
    store::StoredConcern const& concern,
    store::StoredAnswer const& answer,
    int version)
{
    if (!store::insert_answer(tx, answer, version)) {
        throw Refusal{
            Refusal::conflict,
            N_("This concern has been answered or changed meanwhile. Look at it again.")};
    }
    // A passer-by, a visitor and a woman who has been erased cannot be told.
    if (auto const she = store::find_participant_by_pseudonym(tx, concern.pseudonym)) {
        queue_message(tx, MessageKind::concern_answered, *she, concern.id.value, app.now());
    }
}

} // namespace wt::app
