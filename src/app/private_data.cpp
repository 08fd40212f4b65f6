#include "app/private_data.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace wt::app {

namespace {

using Json = nlohmann::json;

Json require_json(SecretKey const& key, std::string_view sealed)
{
    auto const text = open(key, sealed);
    if (!text) {
        throw std::runtime_error{"personal data do not open with their key"};
    }
    return Json::parse(*text);
}

Json to_json(FreeTime const& time)
{
    return {time.weekday, time.from.count(), time.to.count()};
}

Json to_json(NamedPlace const& place)
{
    return {place.label, place.point.lat, place.point.lon};
}

NamedPlace to_place(Json const& json)
{
    return {json.at(0), {json.at(1), json.at(2)}};
}

Json to_json(std::vector<NamedPlace> const& places)
{
    Json json = Json::array();
    for (auto const& place : places) {
        json.push_back(to_json(place));
    }
    return json;
}

std::vector<NamedPlace> to_places(Json const& json)
{
    std::vector<NamedPlace> places;
    for (auto const& place : json) {
        places.push_back(to_place(place));
    }
    return places;
}

Message to_message(Json const& id, Json const& arguments)
{
    return {id.get<std::string>().c_str(), arguments.get<std::vector<std::string>>()};
}

} // namespace

std::string seal_person(SecretKey const& key, PrivatePerson const& person)
{
    Json const json{
        {"name", person.name},
        {"contact", person.contact},
        {"token", person.token},
        {"words", person.words},
        {"messages", person.wants_messages}};
    return seal(key, json.dump());
}

std::string seal_request(SecretKey const& key, PrivateRequest const& request)
{
    Json json{
        {"places", to_json(request.places)},
        {"in_order", request.in_order},
        {"free", Json::array()},
        {"light", request.in_the_light},
        {"step_free", request.step_free},
        {"language", request.language},
        {"needs_language", request.needs_language},
        {"words", request.words}};
    for (auto const& time : request.free_times) {
        json["free"].push_back(to_json(time));
    }
    return seal(key, json.dump());
}

std::string seal_walk(SecretKey const& key, PrivateWalk const& walk)
{
    Json json{
        {"meeting", to_json(walk.meeting)},
        {"stops", to_json(walk.stops)},
        {"line", Json::array()},
        {"directions", Json::array()},
        {"metres", walk.metres},
        {"light", {walk.lit, walk.unlit, walk.unknown}},
        {"safe_place", walk.safe_place}};
    for (auto const& point : walk.line) {
        json["line"].push_back({point.lat, point.lon});
    }
    for (auto const& direction : walk.directions) {
        json["directions"].push_back({direction.id, direction.arguments});
    }
    for (auto const& left : walk.left_out) {
        json["left_out"].push_back({to_json(left.place), left.why.id, left.why.arguments});
    }
    return seal(key, json.dump());
}

std::string seal_subscriber(SecretKey const& key, PrivateSubscriber const& subscriber)
{
    Json const json{{"address", subscriber.address}, {"token", subscriber.token}};
    return seal(key, json.dump());
}

PrivatePerson open_person(SecretKey const& key, std::string_view sealed)
{
    auto const json = require_json(key, sealed);
    return {
        .name = json.at("name"),
        .contact = json.at("contact"),
        .token = json.at("token"),
        .wants_messages = json.at("messages"),
        .words = json.value("words", "")};
}

PrivateRequest open_request(SecretKey const& key, std::string_view sealed)
{
    auto const json = require_json(key, sealed);
    PrivateRequest request{
        .places = to_places(json.at("places")),
        .in_order = json.value("in_order", false),
        .free_times = {},
        .in_the_light = json.at("light"),
        .step_free = json.at("step_free"),
        .language = json.at("language"),
        .needs_language = json.value("needs_language", false),
        .words = json.at("words")};
    for (auto const& time : json.at("free")) {
        request.free_times.push_back(
            {time.at(0),
             std::chrono::minutes{time.at(1).get<int>()},
             std::chrono::minutes{time.at(2).get<int>()}});
    }
    return request;
}

PrivateWalk open_walk(SecretKey const& key, std::string_view sealed)
{
    auto const json = require_json(key, sealed);
    auto const& light = json.at("light");
    PrivateWalk walk{
        .meeting = to_place(json.at("meeting")),
        .stops = to_places(json.at("stops")),
        .line = {},
        .directions = {},
        .metres = json.at("metres"),
        .lit = light.at(0),
        .unlit = light.at(1),
        .unknown = light.at(2),
        .safe_place = json.at("safe_place")};
    for (auto const& point : json.at("line")) {
        walk.line.push_back({point.at(0), point.at(1)});
    }
    for (auto const& direction : json.at("directions")) {
        walk.directions.push_back(to_message(direction.at(0), direction.at(1)));
    }
    for (auto const& left : json.value("left_out", Json::array())) {
        walk.left_out.push_back({to_place(left.at(0)), to_message(left.at(1), left.at(2))});
    }
    return walk;
}

PrivateSubscriber open_subscriber(SecretKey const& key, std::string_view sealed)
{
    auto const json = require_json(key, sealed);
    return {.address = json.at("address"), .token = json.at("token")};
}

} // namespace wt::app
