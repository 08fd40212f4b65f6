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

} // namespace

std::string seal_person(SecretKey const& key, PrivatePerson const& person)
{
    Json const json{
        {"name", person.name},
        {"contact", person.contact},
        {"token", person.token},
        {"messages", person.wants_messages}};
    return seal(key, json.dump());
}

std::string seal_request(SecretKey const& key, PrivateRequest const& request)
{
    Json json{
        {"places", Json::array()},
        {"free", Json::array()},
        {"light", request.in_the_light},
        {"step_free", request.step_free},
        {"language", request.language},
        {"words", request.words}};
    for (auto const& place : request.places) {
        json["places"].push_back(to_json(place));
    }
    for (auto const& time : request.free_times) {
        json["free"].push_back(to_json(time));
    }
    return seal(key, json.dump());
}

PrivatePerson open_person(SecretKey const& key, std::string_view sealed)
{
    auto const json = require_json(key, sealed);
    return {
        .name = json.at("name"),
        .contact = json.at("contact"),
        .token = json.at("token"),
        .wants_messages = json.at("messages")};
}

PrivateRequest open_request(SecretKey const& key, std::string_view sealed)
{
    auto const json = require_json(key, sealed);
    PrivateRequest request{
        .places = {},
        .free_times = {},
        .in_the_light = json.at("light"),
        .step_free = json.at("step_free"),
        .language = json.at("language"),
        .words = json.at("words")};
    for (auto const& place : json.at("places")) {
        request.places.push_back({place.at(0), {place.at(1), place.at(2)}});
    }
    for (auto const& time : json.at("free")) {
        request.free_times.push_back(
            {time.at(0),
             std::chrono::minutes{time.at(1).get<int>()},
             std::chrono::minutes{time.at(2).get<int>()}});
    }
    return request;
}

} // namespace wt::app
