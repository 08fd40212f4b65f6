#include "app/private_data.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace wt::app {

std::string seal_private(PrivatePerson const& person, SecretKey const& her_key)
{
    nlohmann::json const json{
        {"name", person.name},
        {"contact", person.contact},
        {"token", person.token},
        {"messages", person.wants_messages}};
    return seal(her_key, json.dump());
}

PrivatePerson open_private(std::string_view sealed, SecretKey const& her_key)
{
    auto const text = open(her_key, sealed);
    if (!text) {
        throw std::runtime_error{"sealed data do not open with the key of their participant"};
    }
    auto const json = nlohmann::json::parse(*text);
    return {
        .name = json.at("name").get<std::string>(),
        .contact = json.at("contact").get<std::string>(),
        .token = json.at("token").get<std::string>(),
        .wants_messages = json.at("messages").get<bool>()};
}

} // namespace wt::app
