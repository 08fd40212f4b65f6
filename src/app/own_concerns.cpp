#include "app/own_concerns.hpp"

#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

namespace wt::app {

namespace {

std::string words_of(store::Reading& reading, Participant const& she, ConcernId concern)
{
    auto const stored = store::find_words(reading, concern);
    return stored ? open(she.key, stored->sealed).value_or("") : "";
}

store::StoredConcern
require_own_concern(store::Reading& reading, Participant const& she, ConcernId id)
{
    auto concern = store::find_concern(reading, id);
    if (!concern || she.pseudonym.empty() || concern->pseudonym != she.pseudonym) {
        throw Refusal{Refusal::not_found, N_("There is no such place among yours.")};
    }
    return std::move(*concern);
}

} // namespace

std::vector<OwnConcern> list_own_concerns(App& app, Participant const& she)
{
    std::vector<OwnConcern> list;
    store::Reading reading{app.db};
    for (auto& concern : store::list_concerns_of(reading, she.pseudonym)) {
        auto answers = store::list_answers(reading, concern.id);
        auto const* const last = store::find_latest(answers);
        auto const latest = last == nullptr ? std::nullopt : std::optional{*last};
        auto const clock = clock_of(app, concern, latest);
        auto words = words_of(reading, she, concern.id);
        auto redactions = store::list_redactions(reading, concern.id);
        list.push_back(
            {std::move(concern),
             std::move(words),
             std::move(answers),
             clock,
             std::move(redactions)});
    }
    return list;
}

FieldErrors check_correction(Correction const& correction)
{
    FieldErrors errors;
    if (correction.severity < 0 || correction.severity > kWorstSeverity) {
        errors.add("severity", N_("Choose how bad it is."));
    }
    if (!is_clean_utf8(correction.words) || count_characters(correction.words) > kMostWords) {
        errors.add("words", {N_("Write at most {1} characters."), {std::to_string(kMostWords)}});
    }
    return errors;
}

void correct_concern(
    App& app, Participant const& she, ConcernId id, int version, Correction const& correction)
{
    require_permission(she.person(), Action::correct_concern);
    auto const errors = check_correction(correction);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    store::Transaction tx{app.db};
    require_own_concern(tx, she, id);
    if (!store::correct_concern(
            tx, id, version, {correction.category, correction.severity, correction.felt})) {
        throw Refusal{Refusal::conflict, N_("This has changed meanwhile. Look at it again.")};
    }
    if (correction.words.empty()) {
        store::delete_words(tx, id);
    } else {
        store::put_words(tx, id, {she.id, seal(she.key, correction.words)});
    }
    record(app, tx, she.person(), Action::correct_concern, id, Reason::her_own_wish);
    tx.commit();
}

void withdraw_concern(App& app, Participant const& she, ConcernId id)
{
    require_permission(she.person(), Action::withdraw_concern);
    store::Transaction tx{app.db};
    require_own_concern(tx, she, id);
    if (!store::withdraw_concern(tx, id)) {
        return;
    }
    store::delete_words(tx, id);
    record(app, tx, she.person(), Action::withdraw_concern, id, Reason::her_own_wish);
    tx.commit();
}

void give_verdict(App& app, Participant const& she, AnswerId id, Verdict verdict)
{
    require_permission(she.person(), Action::give_verdict);
    store::Transaction tx{app.db};
    auto const answer = store::find_answer(tx, id);
    require_own_concern(tx, she, answer ? answer->concern : ConcernId{});
    if (answer->verdict == verdict) {
        return;
    }
    if (!store::insert_verdict(tx, *answer, verdict, app.now())) {
        throw Refusal{
            Refusal::conflict,
            N_("There is a newer answer, or you have said what you think of this one already.")};
    }
    record(app, tx, she.person(), Action::give_verdict, answer->concern);
    tx.commit();
}

} // namespace wt::app
