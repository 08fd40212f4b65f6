#include "app/complaints.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <tuple>

namespace wt::app {

namespace {

constexpr std::size_t kLongestSentence = 500;

/// Whose complaints these people read. \pre they may read some
ComplaintRecipient body_of(Person const& person)
{
    return person.role == Role::standards ? ComplaintRecipient::standards
                                          : ComplaintRecipient::watchdog;
}

store::StoredComplaint
require_complaint(store::Reading& reading, Person const& person, ComplaintId id)
{
    auto stored = store::find_complaint(reading, id);
    if (!stored || stored->recipient != body_of(person)) {
        throw Refusal{Refusal::not_found, N_("There is no such complaint.")};
    }
    return std::move(*stored);
}

} // namespace

std::vector<ComplaintEntry> list_complaints(App& app, Person const& person)
{
    require_permission(person, Action::see_complaints);
    std::vector<ComplaintEntry> list;
    store::Transaction tx{app.db};
    for (auto const& stored : store::list_complaints(tx, body_of(person))) {
        auto facts = open_complaint_facts(app, stored.sealed);
        list.push_back({stored.id, stored.state, std::move(facts.matters), facts.made_at});
    }
    record(app, tx, person, Action::see_complaints, Subject{});
    tx.commit();
    std::ranges::sort(list, [](ComplaintEntry const& a, ComplaintEntry const& b) {
        return std::tuple{is_final(a.state), a.made_at} < std::tuple{is_final(b.state), b.made_at};
    });
    return list;
}

OpenComplaint open_complaint(App& app, Person const& person, ComplaintId id)
{
    require_permission(person, Action::see_complaints);
    store::Transaction tx{app.db};
    auto const stored = require_complaint(tx, person, id);
    OpenComplaint open{
        .id = id,
        .state = stored.state,
        .version = stored.version,
        .facts = open_complaint_facts(app, stored.sealed),
        .walk = {},
        .steps = list_steps(app, tx, id)};
    if (open.facts.walk) {
        open.walk = store::find_walk(tx, *open.facts.walk);
    }
    record(app, tx, person, Action::see_complaints, id);
    tx.commit();
    return open;
}

FieldErrors check_answer(ComplaintAnswer const& answer)
{
    FieldErrors errors;
    if (!answer.state || *answer.state == ComplaintState::received) {
        errors.add("state", N_("Choose how it stands."));
    }
    auto const sentence = trimmed(answer.sentence);
    if (!is_clean_utf8(sentence) || count_characters(sentence) > kLongestSentence) {
        errors.add(
            "sentence", {N_("Write at most {1} characters."), {std::to_string(kLongestSentence)}});
    } else if (answer.state && is_final(*answer.state) && count_characters(sentence) < 20) {
        errors.add("sentence", N_("Tell her what was found, and what follows from it."));
    }
    return errors;
}

void answer_complaint(
    App& app, Person const& person, ComplaintId id, int version, ComplaintAnswer const& answer)
{
    require_permission(person, Action::handle_complaint);
    auto const errors = check_answer(answer);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    store::Transaction tx{app.db};
    auto stored = require_complaint(tx, person, id);
    bool const is_over = is_final(stored.state);
    auto facts = open_complaint_facts(app, stored.sealed);
    if (is_final(*answer.state)) {
        facts.ended_at = app.now();
    }
    stored.state = *answer.state;
    stored.version = version;
    stored.sealed = seal_complaint(app, facts);
    if (is_over || !store::update_complaint(tx, stored)) {
        throw Refusal{
            Refusal::conflict, N_("Somebody has changed this meanwhile. Look at it again.")};
    }
    add_step(
        app,
        tx,
        id,
        {.state = *answer.state,
         .at = app.now(),
         .sentence = std::string{trimmed(answer.sentence)}});
    record(app, tx, person, Action::handle_complaint, id);
    tx.commit();
}

std::vector<store::ComplaintCount> count_complaints(App const& app, Person const& person)
{
    require_permission(person, Action::see_audit);
    store::Reading reading{app.db};
    return store::count_complaints(reading);
}

std::int64_t erase_old_complaints(App& app)
{
    auto const before = app.now() - std::chrono::days{app.settings()->complaint_days};
    std::int64_t count = 0;
    store::Transaction tx{app.db};
    for (auto const& recipient : kComplaintRecipients) {
        for (auto const& stored : store::list_complaints(tx, recipient.value)) {
            auto const ended_at = open_complaint_facts(app, stored.sealed).ended_at;
            if (ended_at && *ended_at < before && store::delete_complaint(tx, stored.id)) {
                record(app, tx, kSystem, Action::erase_expired, stored.id, Reason::retention);
                ++count;
            }
        }
    }
    tx.commit();
    return count;
}

} // namespace wt::app
