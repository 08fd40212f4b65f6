#include "app/own_data.hpp"

#include "app/outbox.hpp"
#include "app/own_requests.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/release_walk.hpp"
#include "app/surveys.hpp"
#include "app/written_words.hpp"
#include "base/rate_limit.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/contact.hpp"
#include "store/requests.hpp"
#include "store/retention.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wt::app {

namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;

constexpr auto kCodeLife = 15min;

/// Nobody's mailbox is filled by someone else's finger, and no code is guessed in many rounds.
void require_seldom(App const& app, std::string_view key)
{
    static RateLimit limit{5, 1h};
    if (!limit.allow(app.keys.hash(store::KeyPurpose::lookup, key), app.now())) {
        throw Refusal{
            Refusal::too_many,
            N_("This has been asked for many times. Wait an hour, then try again.")};
    }
}

std::string without_spaces(std::string_view typed)
{
    std::string digits;
    for (char const c : typed) {
        if (c != ' ' && c != '-') {
            digits += c;
        }
    }
    return digits;
}

std::string hash_of_code(App const& app, Participant const& she, std::string_view code)
{
    return app.keys.hash(store::KeyPurpose::lookup, fmt::format("{} {}", she.id.value, code));
}

/// What she typed as it was hashed: words in their one form, digits without what sets them apart.
std::string code_in(Participant const& she, std::string_view typed)
{
    return she.data.contact.empty() ? find_written_words(typed).value_or("no words")
                                    : without_spaces(typed);
}

/// Takes the code in a transaction of its own, so that a wrong one counts even though the rest is
/// refused.
void require_code(App& app, Participant const& she, std::string_view typed)
{
    store::Transaction tx{app.db};
    bool const is_right = store::take_one_time_code(
        tx, she.id, hash_of_code(app, she, code_in(she, typed)), app.now());
    tx.commit();
    if (!is_right) {
        throw Refusal{
            Refusal::forbidden,
            she.data.contact.empty()
                ? N_("These words are not right, or the page is too old. Go back to your page and "
                     "try again.")
                : N_("This code is not right, or too old. Ask for a new one and try again.")};
    }
}

Json to_json(OwnRequest const& request)
{
    Json json{
        {"asked_at", to_milliseconds(request.waiting_since)},
        {"state", code_in(kRequestStates, request.state)},
        {"party", request.party},
        {"may_share", request.may_share},
        {"places", Json::array()},
        {"in_order", request.details.in_order},
        {"free_times", Json::array()},
        {"in_the_light", request.details.in_the_light},
        {"step_free", request.details.step_free},
        {"language", request.details.language},
        {"words", request.details.words},
        {"walks", Json::array()}};
    for (auto const& place : request.details.places) {
        json["places"].push_back(
            {{"name", place.label}, {"lat", place.point.lat}, {"lon", place.point.lon}});
    }
    for (auto const& time : request.details.free_times) {
        json["free_times"].push_back(
            {{"weekday", time.weekday},
             {"from_minute", time.from.count()},
             {"to_minute", time.to.count()}});
    }
    for (auto const& walk : request.walks) {
        Json officers = Json::array();
        for (auto const& officer : walk.officers) {
            officers.push_back(officer.public_name);
        }
        json["walks"].push_back(
            {{"starts_at", to_milliseconds(walk.time.from)},
             {"state", code_in(kWalkStates, walk.state)},
             {"meeting_point", walk.route.meeting.label},
             {"officers", officers}});
    }
    return json;
}

void erase(App const& app, Participant const& she)
{
    store::Transaction tx{app.db};
    for (auto const& request : store::list_requests_of(tx, she.id)) {
        for (auto const& walk : store::list_walks_of_request(tx, request.id)) {
            if (walk.state == WalkState::proposed || walk.state == WalkState::confirmed) {
                leave_walk(tx, walk, request.id, PlaceState::cancelled);
            }
        }
        if (request.state != RequestState::walked) {
            store::move_request(tx, request.id, request.state, RequestState::withdrawn);
        }
    }
    forget_surveys(app, tx, she.id);
    store::erase_participant(tx, she.id, random_token(), random_token(), app.now());
    record(app, tx, she.person(), Action::erase_own_data, she.id, Reason::her_own_wish);
    tx.commit();
}

} // namespace

void send_link_again(App& app, std::string_view contact)
{
    auto const known = find_contact(contact, app.settings()->calling_code);
    if (!known) {
        return;
    }
    require_seldom(app, "link " + *known);
    auto const hash = app.keys.hash(store::KeyPurpose::lookup, *known);
    store::Transaction tx{app.db};
    for (auto const& participant : store::list_participants_by_contact(tx, hash)) {
        queue_message(tx, MessageKind::link_again, participant.id, participant.id.value, app.now());
    }
    tx.commit();
}

void send_code(App& app, Participant const& she)
{
    require_seldom(app, "code " + she.data.token);
    store::Transaction tx{app.db};
    // Her words are tried through the same counter as a code that is sent.
    bool const is_sent = !she.data.contact.empty();
    auto const code = is_sent ? fmt::format("{:06}", random_below(1'000'000)) : she.data.words;
    if (!code.empty()) { // whose data are older than the words has none
        store::put_one_time_code(tx, she.id, hash_of_code(app, she, code), app.now() + kCodeLife);
    }
    if (is_sent) {
        queue_one_time_code(app, tx, she.id, code);
    }
    tx.commit();
}

std::string download_own_data(App& app, Participant const& she, std::string_view code)
{
    require_permission(she.person(), Action::download_own_data);
    require_code(app, she, code);
    Json json{
        {"name", she.data.name},
        {"contact", she.data.contact},
        {"wants_messages", she.data.wants_messages},
        {"requests", Json::array()}};
    for (auto const& request : list_own_requests(app, she)) {
        json["requests"].push_back(to_json(request));
        for (auto const& answer : list_own_survey_answers(app, request.id)) {
            json["requests"].back()["survey"].push_back(
                {{"when", code_in(kSurveyKinds, answer.kind)},
                 {"question", answer.question},
                 {"choice", answer.choice}});
        }
    }
    store::Transaction tx{app.db};
    record(app, tx, she.person(), Action::download_own_data, she.id, Reason::her_own_wish);
    tx.commit();
    return json.dump(2);
}

void erase_own_data(App& app, Participant const& she, std::string_view code)
{
    require_permission(she.person(), Action::erase_own_data);
    require_code(app, she, code);
    erase(app, she);
    // Readers may be in the way now; then the worker does it within the hour.
    store::purge_deleted(app.db);
}

} // namespace wt::app
