#include "app/redact_words.hpp"

#include "app/concerns.hpp"
#include "app/participant.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/redactions.hpp"

namespace wt::app {

namespace {

std::string replaced(std::string words, std::string_view passage, std::string_view replacement)
{
    for (auto at = words.find(passage); at != std::string::npos;
         at = words.find(passage, at + replacement.size())) {
        words.replace(at, passage.size(), replacement);
    }
    return words;
}

} // namespace

void redact_words(
    App& app, Person const& person, ConcernId id, std::string_view text, RedactionReason reason)
{
    auto const passage = trimmed(text);
    store::Transaction tx{app.db};
    require_concern(tx, person, Action::redact_words, id);
    if (passage.empty()) {
        throw Refusal{
            Refusal::invalid_input, N_("Write the words to be removed as they stand in hers.")};
    }
    auto const stored = store::find_words(tx, id);
    auto const she = stored ? find_participant(app, tx, stored->participant) : std::nullopt;
    auto const words = she ? open(she->key, stored->sealed).value_or("") : "";
    auto const rest = replaced(words, passage, in_english(N_("[removed]")));
    if (rest == words) {
        throw Refusal{Refusal::conflict, N_("Her words do not hold this. Copy it as it stands.")};
    }
    store::put_words(tx, id, {she->id, seal(she->key, rest)});
    store::insert_redaction(
        tx, {.concern = id, .staff = {person.id}, .reason = reason, .at = app.now()});
    record(app, tx, person, Action::redact_words, id, Reason::answering);
    tx.commit();
}

} // namespace wt::app
