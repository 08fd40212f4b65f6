#include "app/complain.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/record_concern.hpp"
#include "app/staff_contact.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "store/requests.hpp"
#include "store/walks.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace wt::app {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestAbout = 100;

SecretKey const& key_of(App const& app)
{
    return app.keys.key(store::KeyPurpose::complaint);
}

Json require_json(App const& app, std::string_view sealed)
{
    auto const text = open(key_of(app), sealed);
    if (!text) {
        throw std::runtime_error{"a complaint does not open with its key"};
    }
    return Json::parse(*text);
}

std::string owner_hash(App const& app, ParticipantId she)
{
    return keyed_hash(key_of(app), fmt::format("owner {}", she.value));
}

/// The same for the same page, so that a second press leads to the same place.
std::string token_of(App const& app, std::string_view client_id)
{
    return keyed_hash(key_of(app), fmt::format("link {}", client_id));
}

std::string link_hash(App const& app, std::string_view token)
{
    return app.keys.hash(store::KeyPurpose::lookup, token);
}

/// That the walk is hers and the officer was on it.
void require_own_walk(store::Reading& reading, Participant const* she, ComplaintFacts const& facts)
{
    if (!facts.walk && !facts.officer) {
        return;
    }
    if (she != nullptr && facts.walk) {
        for (auto const& request : store::list_requests_of(reading, she->id)) {
            for (auto const& walk : store::list_walks_of_request(reading, request.id)) {
                bool const is_officer =
                    !facts.officer ||
                    std::ranges::find(walk.officers, *facts.officer, &store::WalkOfficer::id) !=
                        walk.officers.end();
                if (walk.id == *facts.walk && is_officer) {
                    return;
                }
            }
        }
    }
    throw Refusal{Refusal::not_found, N_("There is no such walk on your page.")};
}

OwnComplaint
own_complaint(App const& app, store::Reading& reading, store::StoredComplaint const& stored)
{
    return {
        .recipient = stored.recipient,
        .state = stored.state,
        .facts = open_complaint_facts(app, stored.sealed),
        .steps = list_steps(app, reading, stored.id)};
}

} // namespace

std::string seal_complaint(App const& app, ComplaintFacts const& facts)
{
    Json json{
        {"matters", Json::array()},
        {"words", facts.words},
        {"about", facts.about},
        {"walk", facts.walk ? facts.walk->value : 0},
        {"officer", facts.officer ? facts.officer->value : 0},
        {"made_at", to_milliseconds(facts.made_at)},
        {"ended_at", facts.ended_at ? to_milliseconds(*facts.ended_at) : 0}};
    for (auto const matter : facts.matters) {
        json["matters"].push_back(code_in(kComplaintMatters, matter));
    }
    return seal(key_of(app), json.dump());
}

ComplaintFacts open_complaint_facts(App const& app, std::string_view sealed)
{
    auto const json = require_json(app, sealed);
    auto const walk = json.at("walk").get<std::int64_t>();
    auto const officer = json.at("officer").get<std::int64_t>();
    auto const ended = json.at("ended_at").get<std::int64_t>();
    ComplaintFacts facts{
        .matters = {},
        .words = json.at("words"),
        .about = json.at("about"),
        .walk = walk == 0 ? std::nullopt : std::optional{WalkId{walk}},
        .officer = officer == 0 ? std::nullopt : std::optional{OfficerId{officer}},
        .made_at = from_milliseconds(json.at("made_at")),
        .ended_at = ended == 0 ? std::nullopt : std::optional{from_milliseconds(ended)}};
    for (auto const& code : json.at("matters")) {
        facts.matters.push_back(find_in(kComplaintMatters, code.get<std::string>()).value());
    }
    return facts;
}

void add_step(
    App const& app, store::Transaction& tx, ComplaintId complaint, ComplaintStep const& step)
{
    Json const json{
        {"state", code_in(kComplaintStates, step.state)},
        {"at", to_milliseconds(step.at)},
        {"sentence", step.sentence}};
    store::insert_complaint_event(tx, complaint, seal(key_of(app), json.dump()));
}

std::vector<ComplaintStep>
list_steps(App const& app, store::Reading& reading, ComplaintId complaint)
{
    std::vector<ComplaintStep> steps;
    for (auto const& sealed : store::list_complaint_events(reading, complaint)) {
        auto const json = require_json(app, sealed);
        steps.push_back(
            {.state = find_in(kComplaintStates, json.at("state").get<std::string>()).value(),
             .at = from_milliseconds(json.at("at")),
             .sentence = json.at("sentence")});
    }
    return steps;
}

FieldErrors check_complaint(NewComplaint const& complaint)
{
    FieldErrors errors;
    auto const& facts = complaint.facts;
    if (!is_client_id(complaint.client_id)) {
        errors.add("client_id", N_("The page has lost its number. Open it again."));
    }
    if (facts.matters.empty()) {
        errors.add("matters", N_("Choose what was wrong."));
    }
    if (!is_clean_utf8(facts.about) || count_characters(facts.about) > kLongestAbout) {
        errors.add("about", {N_("Write at most {1} characters."), {std::to_string(kLongestAbout)}});
    }
    if (!is_clean_utf8(facts.words) || count_characters(facts.words) > kMostWords) {
        errors.add("words", {N_("Write at most {1} characters."), {std::to_string(kMostWords)}});
    }
    if (!complaint.recipient) {
        errors.add("recipient", N_("Choose who is to read it."));
    }
    return errors;
}

std::string
complain(App& app, Person const& person, NewComplaint const& complaint, Participant const* she)
{
    require_permission(person, Action::complain);
    auto const errors = check_complaint(complaint);
    if (!errors.empty()) {
        throw Refusal{Refusal::invalid_input, errors.list().front().message};
    }
    auto facts = complaint.facts;
    facts.made_at = app.now();
    auto const token = token_of(app, complaint.client_id);
    ComplaintId const id{random_id()};
    store::Transaction tx{app.db};
    require_own_walk(tx, she, facts);
    bool const is_new = store::insert_complaint(
        tx,
        {.id = id,
         .recipient = *complaint.recipient,
         .link_hash = link_hash(app, token),
         .owner_hash = she == nullptr ? std::nullopt : std::optional{owner_hash(app, she->id)},
         .client_id = complaint.client_id,
         .sealed = seal_complaint(app, facts)});
    if (!is_new) {
        return token;
    }
    add_step(app, tx, id, {.state = ComplaintState::received, .at = app.now()});
    bool const is_inside = complaint.recipient == ComplaintRecipient::standards;
    alert_role(
        app,
        tx,
        is_inside ? Role::standards : Role::watchdog,
        {.subject_id = id.value, .path = "/complaints"});
    // Not by whom: the audit is read by people who must not learn that she complained.
    record(app, tx, kVisitor, Action::complain, id);
    tx.commit();
    return token;
}

std::vector<OwnComplaint> list_own_complaints(App const& app, Participant const& she)
{
    require_permission(she.person(), Action::see_own_complaints);
    std::vector<OwnComplaint> list;
    store::Reading reading{app.db};
    for (auto const& stored : store::list_complaints_of(reading, owner_hash(app, she.id))) {
        list.push_back(own_complaint(app, reading, stored));
    }
    std::ranges::sort(list, std::greater{}, [](OwnComplaint const& complaint) {
        return complaint.facts.made_at;
    });
    return list;
}

OwnComplaint require_complaint_by_link(App const& app, std::string_view token)
{
    store::Reading reading{app.db};
    auto const stored = store::find_complaint_by_link(reading, link_hash(app, token));
    if (!stored) {
        throw Refusal{
            Refusal::not_found,
            N_("This link does not open a page. It may be mistyped, or what it led to is no "
               "longer kept.")};
    }
    return own_complaint(app, reading, *stored);
}

void release_complaints(App const& app, store::Transaction& tx, ParticipantId she)
{
    store::release_complaints(tx, owner_hash(app, she));
}

} // namespace wt::app
