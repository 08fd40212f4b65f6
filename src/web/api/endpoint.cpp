#include "web/api/endpoint.hpp"

#include "app/sign_in.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/dispatch.hpp"
#include "web/signed_in.hpp"

#include <algorithm>
#include <set>

namespace wt::web::api {

namespace {

constexpr std::string_view kBearer = "bearer ";

/// The token of `Authorization: Bearer …`; empty without one.
std::string_view bearer_of(Request const& request)
{
    auto const header = request.header("authorization");
    return to_lower(header.substr(0, kBearer.size())) == kBearer
               ? trimmed(header.substr(kBearer.size()))
               : std::string_view{};
}

void let_in_staff(Site& site, Request const& request, Call& call)
{
    // A browser sends its cookie whichever site asks; a token only its owner can send.
    bool const is_cookie = bearer_of(request).empty();
    if (is_cookie && !request.is_safe() && is_from_elsewhere(request, site.host)) {
        throw Problem{403, N_("Another site sent this with your cookie. Nothing was done.")};
    }
    auto const person = app::find_person_by_session(site.app, staff_token(request));
    if (!person) {
        throw Problem{401, N_("This is for staff: sign in first.")};
    }
    call.person = *person;
}

void let_in(Site& site, Request const& request, Call& call)
{
    switch (call.endpoint.access) {
    case Access::anyone:
        return;
    case Access::staff:
        return let_in_staff(site, request, call);
    case Access::her:
        call.participant = app::find_participant(site.app, bearer_of(request));
        if (!call.participant) {
            throw Problem{401, N_("This is for the owner of a secret link: send its token.")};
        }
    }
}

/// A parameter as it was sent; empty if it was not.
std::string sent_of(Request const& request, Parameter const& parameter)
{
    return parameter.place == Parameter::Place::query
               ? request.query.get(parameter.name)
               : std::string{request.header(to_lower(parameter.name))};
}

void check_parameters(Request const& request, Endpoint const& endpoint)
{
    FieldErrors errors;
    for (auto const& parameter : endpoint.parameters) {
        if (parameter.place == Parameter::Place::path) {
            continue; // what does not fit one is not found
        }
        auto const sent = sent_of(request, parameter);
        if (!sent.empty()) {
            check(parameter.schema.json, sent, parameter.name, errors);
        } else if (parameter.is_needed) {
            errors.add(parameter.name, N_("This is missing."));
        }
    }
    require_none(errors);
}

Json read_body(Request const& request, Schema const& schema)
{
    auto const type = split(request.header("content-type"), ';').front();
    if (to_lower(trimmed(type)) != kJson) {
        throw Problem{415, N_("Send the body as application/json.")};
    }
    Json body;
    try {
        body = Json::parse(request.body);
    } catch (Json::parse_error const& error) {
        throw Problem{
            400,
            {N_("This is no JSON: reading stopped at byte {1}."), {std::to_string(error.byte)}}};
    }
    if (!body.is_object()) {
        throw Problem{400, N_("The body must be an object with named members.")};
    }
    FieldErrors errors;
    check(schema.json, body, "", errors);
    require_none(errors);
    return body;
}

/// A part of an Accept header: `text/*;q=0.5`.
struct Wish
{
    std::string type;
    double quality = 1;
};

std::vector<Wish> wishes_in(std::string_view accept)
{
    std::vector<Wish> wishes;
    for (auto const part : split(accept, ',')) {
        auto const words = split(part, ';');
        Wish wish{.type = to_lower(trimmed(words.front()))};
        for (auto const word : words) {
            auto const parameter = trimmed(word);
            if (parameter.starts_with("q=")) {
                wish.quality = find_number(parameter.substr(2)).value_or(0);
            }
        }
        wishes.push_back(std::move(wish));
    }
    return wishes;
}

/// How much a type is liked: by the most exact wish that names it.
double quality_of(std::vector<Wish> const& wishes, std::string_view type)
{
    auto const family = std::string{type.substr(0, type.find('/'))} + "/*";
    for (auto const& range : {std::string{type}, family, std::string{"*/*"}}) {
        auto const wish = std::ranges::find(wishes, range, &Wish::type);
        if (wish != wishes.end()) {
            return wish->quality;
        }
    }
    return 0;
}

std::string_view agreed_type(Request const& request, Endpoint const& endpoint)
{
    std::vector<std::string_view> types;
    for (auto const& content : endpoint.answer.contents) {
        types.push_back(content.type);
    }
    auto const type = preferred(request.header("accept"), types);
    if (!type && !types.empty()) {
        throw Problem{406, {N_("This is offered as {1}."), {std::string{types.front()}}}};
    }
    return type.value_or("");
}

} // namespace

Parameter path_id(std::string_view name, std::string_view about)
{
    return {std::string{name}, Parameter::Place::path, id_text(about), true};
}

Parameter unit_parameter()
{
    return {
        .name = "bcu",
        .schema = id_text("For those without a command unit of their own; else the first one.")};
}

Answer answer_of(std::string_view about, Schema const& schema, int status)
{
    return {status, about, {{kJson, schema}}};
}

Answer nothing(std::string_view about)
{
    return {204, about, {}};
}

std::vector<int> problems_of(Endpoint const& endpoint)
{
    std::set<int> all{endpoint.problems.begin(), endpoint.problems.end()};
    if (!endpoint.answer.contents.empty()) {
        all.insert(406);
    }
    if (endpoint.access != Access::anyone) {
        all.insert(401);
    }
    if (endpoint.access == Access::staff) {
        all.insert(403);
    }
    if (endpoint.body) {
        all.insert({400, 413, 415, 422});
    }
    for (auto const& parameter : endpoint.parameters) {
        all.insert(parameter.place == Parameter::Place::path ? 404 : 422);
    }
    return {all.begin(), all.end()};
}

std::string_view staff_token(Request const& request)
{
    auto const bearer = bearer_of(request);
    return bearer.empty() ? session_of(request) : bearer;
}

Response serve(Site& site, Request const& request, Endpoint const& endpoint)
try {
    Call call{.site = site, .request = request, .endpoint = endpoint, .type = {}};
    call.type = agreed_type(request, endpoint);
    let_in(site, request, call);
    check_parameters(request, endpoint);
    if (endpoint.body) {
        call.body = read_body(request, *endpoint.body);
    }
    auto response = endpoint.handle(call);
    if (endpoint.access == Access::anyone && request.is_safe()) {
        // Nothing here depends on who asks, so pages of other sites may read it.
        response.with_header("Access-Control-Allow-Origin", "*");
    }
    return response;
} catch (Problem const& problem) {
    return problem_response(request, problem.status(), problem.detail(), problem.errors());
}

std::optional<std::string_view>
preferred(std::string_view accept, std::vector<std::string_view> const& types)
{
    auto const wishes = wishes_in(trimmed(accept).empty() ? "*/*" : accept);
    std::optional<std::string_view> best;
    double best_quality = 0;
    for (auto const type : types) {
        auto const quality = quality_of(wishes, type);
        if (quality > best_quality) {
            best = type;
            best_quality = quality;
        }
    }
    return best;
}

Response json_response(Json const& json, int status)
{
    return content(kJson, json.dump() + "\n", status);
}

Response no_content()
{
    return {.status = 204};
}

void require_known_page(Call const& call, bool is_known)
{
    FieldErrors errors;
    if (call.query().has("after") && !is_known) {
        errors.add("after", N_("Send what the page before gave as next."));
    }
    require_none(errors);
}

void require_none(FieldErrors const& errors)
{
    if (!errors.empty()) {
        throw invalid(errors);
    }
}

} // namespace wt::web::api
