#include "web/open311.hpp"

#include "scheme/category.hpp"
#include "scheme/concern.hpp"

/// Service discovery and the services of Open311 GeoReport v2.
namespace wt::web {

namespace {

/// When what is offered here last changed.
constexpr std::string_view kChangeset = "2026-11-22T00:00:00Z";

Open311Tree endpoint_of(Site const& site)
{
    return {
        {"specification", "http://wiki.open311.org/GeoReport_v2"},
        {"url", site.app.installation.public_url + std::string{kOpen311Path}},
        {"changeset", kChangeset},
        {"type", site.is_demonstration() ? "test" : "production"},
        {"formats", Open311Tree::array({"text/xml", "application/json"})}};
}

Response show_discovery_in(Site& site, Request const& request, Open311Format format)
{
    auto const& t = request.t();
    auto const contact = site.app.settings()->contact_for_help;
    Open311Tree const discovery{
        {"changeset", kChangeset},
        {"contact", contact.empty() ? site.app.installation.public_url : contact},
        {"key_service",
         t("A key is given by the administrator of this installation. Concerns hold no names, no "
           "contacts and no words: those that are sent are not kept.")},
        {"endpoints", Open311Tree::array({endpoint_of(site)})}};
    return open311_answer(format, "discovery", discovery);
}

/// GET /open311/v2/discovery.json, and without an ending
Response show_discovery(Site& site, Request const& request)
{
    return show_discovery_in(site, request, Open311Format::json);
}

/// GET /open311/v2/discovery.xml
Response show_discovery_xml(Site& site, Request const& request)
{
    return show_discovery_in(site, request, Open311Format::xml);
}

Open311Tree service_of(Texts const& t, Category category)
{
    auto const name = t(title(category));
    return {
        {"service_code", code_in(kCategories, category)},
        {"service_name", name},
        {"description", t("Somebody feels unsafe at this place: {1}", {name})},
        {"metadata", true},
        {"type", "batch"}, // a token first; the number once it may be listed
        {"keywords", "safety"},
        {"group", is_environment(category) ? t("The place") : t("What people do there")}};
}

Response show_services_in(Site& site, Request const& request, Open311Format format)
{
    if (auto error = find_jurisdiction_error(site, request.query, format)) {
        return std::move(*error);
    }
    Open311Tree services = Open311Tree::array();
    for (auto const& category : kCategories) {
        services.push_back(service_of(request.t(), category.value));
    }
    return open311_answer(format, "services", services);
}

/// GET /open311/v2/services.json
Response show_services(Site& site, Request const& request)
{
    return show_services_in(site, request, Open311Format::json);
}

/// GET /open311/v2/services.xml
Response show_services_xml(Site& site, Request const& request)
{
    return show_services_in(site, request, Open311Format::xml);
}

struct Attribute
{
    std::string_view code;
    std::string_view datatype;
    std::string description;
    Open311Tree values = Open311Tree::array();
};

Open311Tree attribute_of(Attribute attribute, int order)
{
    Open311Tree tree{
        {"variable", true},
        {"code", attribute.code},
        {"datatype", attribute.datatype},
        {"required", false},
        {"datatype_description", ""},
        {"order", order},
        {"description", attribute.description}};
    if (!attribute.values.empty()) {
        tree["values"] = std::move(attribute.values);
    }
    return tree;
}

Open311Tree definition_of(Texts const& t, std::string_view code)
{
    Attribute severity{"severity", "singlevaluelist", t("How bad is it?")};
    for (int value = 0; value <= kWorstSeverity; ++value) {
        severity.values.push_back(
            {{"key", std::to_string(value)}, {"name", t(severity_title(value))}});
    }
    Attribute felt{"felt", "singlevaluelist", t("When is it felt?")};
    for (auto const& when : kFeltWhen) {
        felt.values.push_back({{"key", when.code}, {"name", t(title(when.value))}});
    }
    Attribute const external_id{
        "external_id", "string", t("Your own number. The same number sent again is taken once.")};
    return {
        {"service_code", code},
        {"attributes",
         Open311Tree::array(
             {attribute_of(std::move(severity), 1),
              attribute_of(std::move(felt), 2),
              attribute_of(external_id, 3)})}};
}

/// GET /open311/v2/services/{code}
Response show_definition(Site& site, Request const& request)
{
    auto const resource = find_open311_resource(request.path_text("code"));
    if (!resource) {
        return open311_error(Open311Format::json, 404, request.t()("There is no such resource."));
    }
    if (auto error = find_jurisdiction_error(site, request.query, resource->format)) {
        return std::move(*error);
    }
    if (!find_in(kCategories, resource->name)) {
        return open311_error(
            resource->format, 404, request.t()("There is no service with this service_code."));
    }
    return open311_answer(
        resource->format, "service_definition", definition_of(request.t(), resource->name));
}

/// GET /open311/v2/{rest}
Response show_nothing(Site&, Request const& request)
{
    bool const is_xml = request.path.ends_with(".xml");
    return open311_error(
        is_xml ? Open311Format::xml : Open311Format::json,
        404,
        request.t()("There is no such resource."));
}

} // namespace

std::string open311_jurisdiction(Site const& site)
{
    return site.host.substr(0, site.host.find(':'));
}

std::optional<Response>
find_jurisdiction_error(Site const& site, Fields const& asked, Open311Format format)
{
    auto const jurisdiction = asked.get("jurisdiction_id");
    if (jurisdiction.empty() || jurisdiction == open311_jurisdiction(site)) {
        return std::nullopt;
    }
    return open311_error(format, 404, "jurisdiction_id provided was not found");
}

void add_open311_routes(Router& router)
{
    router.add(Method::get, "/open311/v2/discovery", show_discovery);
    router.add(Method::get, "/open311/v2/discovery.json", show_discovery);
    router.add(Method::get, "/open311/v2/discovery.xml", show_discovery_xml);
    router.add(Method::get, "/open311/v2/services.json", show_services);
    router.add(Method::get, "/open311/v2/services.xml", show_services_xml);
    router.add(Method::get, "/open311/v2/services/{code}", show_definition);
    router.add(Method::get, "/open311/v2/{rest...}", show_nothing);
}

} // namespace wt::web
