#include "app/own_copy.hpp"

#include "app/complain.hpp"
#include "app/own_concerns.hpp"
#include "app/own_requests.hpp"
#include "app/surveys.hpp"
#include "base/calendar.hpp"
#include "scheme/answer.hpp"
#include "scheme/message_kind.hpp"
#include "store/messages.hpp"
#include "store/participants.hpp"
#include "store/requests.hpp"
#include "store/roster.hpp"

#include <nlohmann/json.hpp>

namespace wt::app {

namespace {

using Json = nlohmann::ordered_json;

Json place_json(NamedPlace const& place)
{
    return {{"name", place.label}, {"lat", place.point.lat}, {"lon", place.point.lon}};
}

Json left_out_json(LeftOutPlace const& left)
{
    return {{"place", place_json(left.place)}, {"why", in_english(left.why)}};
}

template <class Item>
Json list_of(std::vector<Item> const& list, Json (*make)(Item const&))
{
    Json json = Json::array();
    for (auto const& item : list) {
        json.push_back(make(item));
    }
    return json;
}

Json time_json(FreeTime const& time)
{
    return {
        {"weekday", time.weekday},
        {"from_minute", time.from.count()},
        {"to_minute", time.to.count()}};
}

Json point_json(LatLon const& point)
{
    return {{"lat", point.lat}, {"lon", point.lon}};
}

Json sentence_json(Message const& message)
{
    return in_english(message);
}

Json walk_json(OwnWalk const& walk)
{
    Json officers = Json::array();
    for (auto const& officer : walk.officers) {
        officers.push_back(
            {{"name", officer.public_name}, {"collar_number", officer.collar_number}});
    }
    auto const& route = walk.route;
    return {
        {"starts_at", iso_text(walk.time.from)},
        {"ends_at", iso_text(walk.time.to)},
        {"state", code_in(kWalkStates, walk.state)},
        {"your_place", code_in(kPlaceStates, walk.place)},
        {"answer_by", iso_text(walk.deadline_at)},
        {"officers", std::move(officers)},
        {"two_words", walk.word},
        {"meeting_point", place_json(route.meeting)},
        {"stops", list_of(route.stops, place_json)},
        {"route", list_of(route.line, point_json)},
        {"directions", list_of(route.directions, sentence_json)},
        {"metres", route.metres},
        {"safe_place", route.safe_place},
        {"left_out", list_of(route.left_out, left_out_json)}};
}

Json request_json(OwnRequest const& request)
{
    auto const& details = request.details;
    return {
        {"asked_at", iso_text(request.waiting_since)},
        {"state", code_in(kRequestStates, request.state)},
        {"party", request.party},
        {"may_share", request.may_share},
        {"places", list_of(details.places, place_json)},
        {"usual_way_in_this_order", details.in_order},
        {"free_times", list_of(details.free_times, time_json)},
        {"in_the_light", details.in_the_light},
        {"step_free", details.step_free},
        {"language", details.language},
        {"only_with_that_language", details.needs_language},
        {"words", details.words},
        {"walks", list_of(request.walks, walk_json)}};
}

Json answer_json(store::StoredAnswer const& answer)
{
    Json json{
        {"answered_at", iso_text(answer.answered_at)},
        {"kind", code_in(kAnswerKinds, answer.kind)},
        {"sentence", answer.sentence},
        {"body", answer.body}};
    if (answer.due) {
        json["due"] = iso_text(*answer.due);
    }
    if (answer.place.together) {
        json["together_with_another_concern"] = true;
    }
    if (answer.place.corrected_at) {
        json["corrected_at"] = iso_text(*answer.place.corrected_at);
    }
    if (answer.place.taken_back_at) {
        json["taken_back_at"] = iso_text(*answer.place.taken_back_at);
    }
    if (answer.verdict) {
        json["your_verdict"] = code_in(kVerdicts, *answer.verdict);
    }
    return json;
}

Json redaction_json(store::StoredRedaction const& redaction)
{
    return {
        {"at", iso_text(redaction.at)}, {"reason", code_in(kRedactionReasons, redaction.reason)}};
}

Json concern_json(OwnConcern const& own)
{
    auto const& concern = own.concern;
    return {
        {"street", concern.street},
        {"middle_of_the_stretch", point_json(concern.segment.midpoint)},
        {"category", code_in(kCategories, concern.category)},
        {"severity", concern.severity},
        {"felt", code_in(kFeltWhen, concern.felt)},
        {"raised", iso_text(concern.raised)},
        {"state", code_in(kConcernStates, concern.state)},
        {"words", own.words},
        {"removed_from_words", list_of(own.redactions, redaction_json)},
        {"answers", list_of(own.answers, answer_json)}};
}

Json survey_json(OwnSurveyAnswer const& answer)
{
    return {
        {"when", code_in(kSurveyKinds, answer.kind)},
        {"question", answer.question},
        {"choice", answer.choice}};
}

Json told_json(ComplaintStep const& step)
{
    return step.sentence;
}

Json complaint_json(OwnComplaint const& complaint)
{
    Json matters = Json::array();
    for (auto const matter : complaint.facts.matters) {
        matters.push_back(code_in(kComplaintMatters, matter));
    }
    return {
        {"made_at", iso_text(complaint.facts.made_at)},
        {"to", code_in(kComplaintRecipients, complaint.recipient)},
        {"state", code_in(kComplaintStates, complaint.state)},
        {"about", complaint.facts.about},
        {"words", complaint.facts.words},
        {"matters", std::move(matters)},
        {"told", list_of(complaint.steps, told_json)}};
}

Json message_json(store::QueuedMessage const& message)
{
    return {{"about", code_in(kMessageKinds, message.kind)}, {"due", iso_text(message.run_at)}};
}

/// The officers she would rather not walk with, as she knew them.
Json refused_officers(store::Reading& reading, Participant const& she)
{
    Json names = Json::array();
    for (auto const id : store::list_refused_officers(reading, she.id)) {
        if (auto const officer = store::find_officer(reading, id)) {
            names.push_back(officer->public_name);
        }
    }
    return names;
}

} // namespace

std::string own_copy(App& app, Participant const& she)
{
    Json json{
        {"name", she.data.name},
        {"contact", she.data.contact},
        {"wants_messages", she.data.wants_messages}};
    json["requests"] = Json::array();
    for (auto const& request : list_own_requests(app, she)) {
        json["requests"].push_back(request_json(request));
        json["requests"].back()["surveys"] =
            list_of(list_own_survey_answers(app, request.id), survey_json);
    }
    json["concerns"] = list_of(list_own_concerns(app, she), concern_json);
    json["complaints"] = list_of(list_own_complaints(app, she), complaint_json);
    store::Reading reading{app.db};
    if (auto const stored = store::find_participant(reading, she.id)) {
        json["joined_at"] = iso_text(stored->created_at);
    }
    json["refused_officers"] = refused_officers(reading, she);
    json["messages"] = list_of(store::list_messages_to(reading, she.id), message_json);
    return json.dump(2);
}

} // namespace wt::app
