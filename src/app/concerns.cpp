#include "app/concerns.hpp"

#include "app/concern_clock.hpp"
#include "app/latest_answers.hpp"
#include "app/participant.hpp"
#include "app/permission.hpp"
#include "base/refusal.hpp"

#include <algorithm>

namespace wt::app {

namespace {

DeskConcern desk_concern(
    App const& app, store::StoredConcern concern, std::optional<store::StoredAnswer> latest)
{
    auto const clock = clock_of(app, concern, latest);
    return {without_pseudonym(std::move(concern)), std::move(latest), clock};
}

} // namespace

store::StoredConcern without_pseudonym(store::StoredConcern concern)
{
    concern.pseudonym.clear();
    concern.client_id.clear();
    concern.client_digest.clear();
    return concern;
}

store::StoredConcern
require_concern(store::Reading& reading, Person const& person, Action action, ConcernId id)
{
    auto concern = store::find_concern(reading, id);
    if (!concern) {
        throw Refusal{Refusal::not_found, N_("There is no such concern.")};
    }
    require_permission(person, action, concern->bcu);
    return std::move(*concern);
}

DeskPage list_concerns(App& app, Person const& person, DeskFilter const& filter)
{
    require_permission(person, Action::see_concerns, filter.bcu);
    auto const limit = std::clamp<std::size_t>(filter.limit, 1, 500);
    store::Reading reading{app.db};
    auto stored = store::list_concerns(
        reading,
        {.bcu = filter.bcu,
         .ward = filter.ward,
         .category = filter.category,
         .state = filter.state,
         .owner =
             filter.owner == OwnerChoice::mine ? std::optional{StaffId{person.id}} : std::nullopt,
         .only_unowned = filter.owner == OwnerChoice::nobodys,
         .after = filter.after,
         .limit = limit});
    DeskPage page;
    if (stored.size() == limit) {
        page.next = store::key_of(stored.back(), store::ConcernOrder::oldest_day_first);
    }
    auto latest = latest_answers(reading, stored);
    for (std::size_t i = 0; i < stored.size(); ++i) {
        page.concerns.push_back(desk_concern(app, std::move(stored[i]), std::move(latest[i])));
    }
    return page;
}

ConcernWithHistory open_concern(App& app, Person const& person, ConcernId id)
{
    store::Reading reading{app.db};
    auto concern = require_concern(reading, person, Action::see_concerns, id);
    auto answers = store::list_answers(reading, id);
    auto const* const last = store::find_latest(answers);
    auto latest = last == nullptr ? std::nullopt : std::optional{*last};
    auto seen = public_place(app, reading, concern, public_now(app));
    return {
        .concern = desk_concern(app, std::move(concern), std::move(latest)),
        .seen = std::move(seen),
        .answers = std::move(answers),
        .has_words = store::find_words(reading, id).has_value()};
}

std::optional<std::string> read_words(App& app, Person const& person, ConcernId id, Reason reason)
{
    if (reason == Reason::none) {
        throw Refusal{Refusal::invalid_input, N_("Say why you need to read her words.")};
    }
    store::Transaction tx{app.db};
    require_concern(tx, person, Action::read_words, id);
    record(app, tx, person, Action::read_words, id, reason);
    auto const words = store::find_words(tx, id);
    auto const she = words ? find_participant(app, tx, words->participant) : std::nullopt;
    auto text = she ? open(she->key, words->sealed) : std::nullopt;
    tx.commit();
    return text;
}

} // namespace wt::app
