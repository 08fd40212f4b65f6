#include "web/api/openapi.hpp"

#include "base/text.hpp"
#include "web/api/endpoints.hpp"
#include "web/router.hpp"

#include <algorithm>

namespace wt::web::api {

namespace {

struct Tag
{
    std::string_view name;
    std::string_view about;
};
constexpr std::array kTags{
    Tag{"public", "What anyone may read, without an account."},
    Tag{"telling", "What anyone may send, without an account."},
    Tag{"hers", "What belongs to the owner of a secret link."},
    Tag{"staff", "Signing in and out."},
    Tag{"officers", "What an officer does on her walks."},
    Tag{"desk", "What the desk of a command unit does."},
    Tag{"safeguarding", "What safeguarding alone reads and does."},
    Tag{"complaints", "What a body does with the complaints made to it."},
    Tag{"force", "What keeps the installation and its partners."},
    Tag{"oversight", "What is read by who watches over the scheme."},
};

constexpr std::string_view kAbout =
    "Everything that the pages of a Walk and Talk installation do. Moments are UTC, days are those "
    "of the force's time zone, coordinates WGS 84 degrees. Members may be added; what is there "
    "keeps its meaning until the number in the path changes. Sentences come in the language of "
    "the Accept-Language header where the installation offers it.";

Json security_schemes()
{
    return {
        {"secret_link",
         {{"type", "http"},
          {"scheme", "bearer"},
          {"description", "The last part of a woman's secret link. Never part of an address."}}},
        {"session",
         {{"type", "http"},
          {"scheme", "bearer"},
          {"description", "The token that POST /sessions answers with."}}},
        {"cookie",
         {{"type", "apiKey"},
          {"in", "cookie"},
          {"name", "session"},
          {"description",
           "What a browser has that is signed in to the pages. Not taken from other sites."}}}};
}

Json security_of(Access access)
{
    Json const none = Json::array();
    switch (access) {
    case Access::her:
        return Json::array({{{"secret_link", none}}});
    case Access::staff:
        return Json::array({{{"session", none}}, {{"cookie", none}}});
    case Access::anyone:
        break;
    }
    return Json::array();
}

/// The document as it grows.
class Document
{
public:
    void add(Endpoint const& endpoint)
    {
        auto& operation = paths_[endpoint.path][to_lower(name_of(endpoint.method))];
        operation = {
            {"operationId", endpoint.id},
            {"tags", Json::array({endpoint.tag})},
            {"summary", endpoint.summary},
            {"security", security_of(endpoint.access)}};
        for (auto const& parameter : endpoint.parameters) {
            operation["parameters"].push_back(parameter_of(parameter));
        }
        if (endpoint.body) {
            operation["requestBody"] = {
                {"required", true}, {"content", {{kJson, {{"schema", use(*endpoint.body)}}}}}};
        }
        operation["responses"] = responses_of(endpoint);
    }

    Json finish() &&
    {
        Json schemas = Json::object();
        for (auto& [name, schema] : schemas_) {
            schemas[name] = std::move(schema);
        }
        Json tags = Json::array();
        for (auto const& tag : kTags) {
            tags.push_back({{"name", tag.name}, {"description", tag.about}});
        }
        return {
            {"openapi", "3.1.0"},
            {"info", {{"title", "Walk and Talk"}, {"version", "1.0.0"}, {"description", kAbout}}},
            {"servers", Json::array({{{"url", kPath}}})},
            {"tags", std::move(tags)},
            {"paths", std::move(paths_)},
            {"components",
             {{"schemas", std::move(schemas)}, {"securitySchemes", security_schemes()}}}};
    }

private:
    Json use(Schema const& schema)
    {
        schemas_.insert(schema.named.begin(), schema.named.end());
        return schema.json;
    }

    Json parameter_of(Parameter const& parameter)
    {
        auto schema = use(parameter.schema);
        auto const about = schema.at("description");
        schema.erase("description");
        constexpr std::array<std::string_view, 3> kPlaces{"path", "query", "header"};
        return {
            {"name", parameter.name},
            {"in", kPlaces[static_cast<std::size_t>(parameter.place)]},
            {"required", parameter.is_needed},
            {"description", about},
            {"schema", std::move(schema)}};
    }

    Json problem_of(std::string_view about)
    {
        return {
            {"description", about},
            {"content", {{kProblemType, {{"schema", use(problem_schema())}}}}}};
    }

    Json responses_of(Endpoint const& endpoint)
    {
        Json done{{"description", endpoint.answer.about}};
        for (auto const& content : endpoint.answer.contents) {
            done["content"][std::string{content.type}] = {{"schema", use(content.schema)}};
        }
        Json responses = Json::object();
        responses[std::to_string(endpoint.answer.status)] = std::move(done);
        for (int const status : problems_of(endpoint)) {
            responses[std::to_string(status)] = problem_of(problem_kind(status).title);
        }
        responses["default"] =
            problem_of("Something broke on our side (500), or too many people are here (503)");
        return responses;
    }

    Json paths_ = Json::object();
    std::map<std::string, Json> schemas_;
};

} // namespace

std::string openapi_text()
{
    Document document;
    for (auto const& endpoint : list_endpoints()) {
        document.add(endpoint);
    }
    constexpr int kIndent = 2;
    return std::move(document).finish().dump(kIndent) + "\n";
}

} // namespace wt::web::api
