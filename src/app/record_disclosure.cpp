#include "app/record_disclosure.hpp"

#include "app/own_walk.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/record_concern.hpp"
#include "app/staff_contact.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/concerns.hpp"
#include "store/disclosures.hpp"
#include "store/walks.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace wt::app {

namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

Json require_json(App const& app, std::string_view sealed)
{
    auto const text = open(app.keys.key(store::KeyPurpose::disclosure), sealed);
    if (!text) {
        throw std::runtime_error{"a disclosure does not open with its key"};
    }
    return Json::parse(*text);
}

std::string seal_json(App const& app, Json const& json)
{
    return seal(app.keys.key(store::KeyPurpose::disclosure), json.dump());
}

/// A value that may be absent: 0 stands for none.
std::int64_t number_of(auto const& id)
{
    return id ? id->value : 0;
}

template <class AnId>
std::optional<AnId> find_id(Json const& json, char const* name)
{
    auto const value = json.at(name).get<std::int64_t>();
    return value == 0 ? std::nullopt : std::optional{AnId{value}};
}

} // namespace

std::string seal_facts(App const& app, DisclosureFacts const& facts)
{
    return seal_json(
        app,
        {{"source", code_in(kDisclosureSources, facts.source)},
         {"spoken_at", to_milliseconds(facts.spoken_at)},
         {"walk", number_of(facts.walk)},
         {"officer", number_of(facts.officer)},
         {"reference", facts.reference},
         {"outcome", facts.outcome ? code_in(kDisclosureOutcomes, *facts.outcome) : ""},
         {"closed_at", facts.closed_at ? to_milliseconds(*facts.closed_at) : 0}});
}

DisclosureFacts open_facts(App const& app, std::string_view sealed)
{
    auto const json = require_json(app, sealed);
    auto const closed_at = json.at("closed_at").get<std::int64_t>();
    return {
        .source = find_in(kDisclosureSources, json.at("source").get<std::string>()).value(),
        .spoken_at = from_milliseconds(json.at("spoken_at")),
        .walk = find_id<WalkId>(json, "walk"),
        .officer = find_id<OfficerId>(json, "officer"),
        .reference = json.at("reference"),
        .outcome = find_in(kDisclosureOutcomes, json.at("outcome").get<std::string>()),
        .closed_at = closed_at == 0 ? std::nullopt : std::optional{from_milliseconds(closed_at)}};
}

void add_step(
    App const& app,
    store::Transaction& tx,
    DisclosureId disclosure,
    DisclosureStep step,
    std::optional<StaffId> staff)
{
    store::insert_disclosure_event(
        tx,
        disclosure,
        seal_json(
            app,
            {{"step", code_in(kDisclosureSteps, step)},
             {"at", to_milliseconds(app.now())},
             {"staff", number_of(staff)}}));
}

std::vector<DisclosureEvent>
list_steps(App const& app, store::Reading& reading, DisclosureId disclosure)
{
    std::vector<DisclosureEvent> steps;
    for (auto const& sealed : store::list_disclosure_events(reading, disclosure)) {
        auto const json = require_json(app, sealed);
        steps.push_back(
            {.step = find_in(kDisclosureSteps, json.at("step").get<std::string>()).value(),
             .at = from_milliseconds(json.at("at")),
             .staff = find_id<StaffId>(json, "staff")});
    }
    return steps;
}

bool make_disclosure(
    App const& app,
    store::Transaction& tx,
    Person const& person,
    DisclosureFacts const& facts,
    std::string_view client_id)
{
    DisclosureId const id{random_id()};
    bool const is_new = store::insert_disclosure(
        tx, {.id = id, .client_id = std::string{client_id}, .sealed = seal_facts(app, facts)});
    if (!is_new) {
        return false;
    }
    add_step(app, tx, id, DisclosureStep::made, StaffId{person.id});
    alert_role(
        app, tx, Role::safeguarding, {.subject_id = id.value, .path = "/safeguarding/disclosures"});
    record(app, tx, person, Action::record_disclosure, id, Reason::safeguarding);
    return true;
}

FieldErrors check_disclosure(NewDisclosure const& disclosure, Instant walk_from, Instant now)
{
    FieldErrors errors;
    if (!is_client_id(disclosure.client_id)) {
        errors.add("client_id", N_("The page has lost its number. Open it again."));
    }
    if (!disclosure.spoken_at) {
        errors.add("spoken_at", N_("Enter a time such as 21:40, and a day."));
    } else if (*disclosure.spoken_at > now + 1min) {
        errors.add("spoken_at", N_("This time has not come yet."));
    } else if (*disclosure.spoken_at < walk_from - 1h) {
        errors.add("spoken_at", N_("This time was before the walk."));
    }
    if (!disclosure.reference.empty() && !is_crime_reference(disclosure.reference)) {
        errors.add(
            "reference",
            N_("A crime reference has 3 to 30 letters and digits. Nothing else belongs here."));
    }
    return errors;
}

void record_disclosure(App& app, Person const& officer, NewDisclosure const& disclosure)
{
    require_permission(officer, Action::record_disclosure);
    store::Transaction tx{app.db};
    auto const walk = require_own_walk(tx, officer, disclosure.walk);
    auto const errors = check_disclosure(disclosure, walk.time.from, app.now());
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    make_disclosure(
        app,
        tx,
        officer,
        {.source = DisclosureSource::officer,
         .spoken_at = disclosure.spoken_at.value(),
         .walk = disclosure.walk,
         .officer = officer.officer.value(),
         .reference = disclosure.reference},
        disclosure.client_id);
    tx.commit();
}

} // namespace wt::app
