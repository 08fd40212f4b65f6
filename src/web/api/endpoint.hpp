#pragma once

#include "app/participant.hpp"
#include "base/refusal.hpp"
#include "scheme/role.hpp"
#include "web/api/problem.hpp"
#include "web/api/schema.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The API is one table of endpoints: its routes, its checks and its OpenAPI document all follow
/// from it, so none can say what another does not.
namespace wt::web::api {

inline constexpr std::string_view kJson = "application/json";
inline constexpr std::string_view kGeoJson = "application/geo+json";

/// Who may come. What she may do is for `app` to say.
enum class Access
{
    anyone,
    her,   ///< the token of her secret link, as a bearer token
    staff, ///< the token of a session, as a bearer token or the cookie of the pages
};

/// A part of the address or a header, checked before a handler sees the request.
/// \pre its schema is that of a text
struct Parameter
{
    enum class Place
    {
        path,
        query,
        header
    };

    std::string name;
    Place place = Place::query;
    Schema schema;
    bool is_needed = false;
};
Parameter path_id(std::string_view name, std::string_view about);
/// `bcu`, the unit of a desk.
Parameter unit_parameter();

/// What it answers when it does what was asked.
struct Answer
{
    struct Content
    {
        std::string_view type;
        Schema schema;
    };

    int status = 200;
    std::string_view about;
    std::vector<Content> contents{}; ///< the first one unless the other is asked for; none: 204
};
Answer answer_of(std::string_view about, Schema const& schema, int status = 200);
Answer nothing(std::string_view about);

struct Endpoint;

/// A request that its endpoint has let in.
struct Call
{
    Site& site;
    Request const& request;
    Endpoint const& endpoint;
    std::string_view type;                         ///< of the answer that she prefers
    Json body{};                                   ///< as the endpoint's schema has it
    Person person = kVisitor;                      ///< who of the staff, where `Access::staff`
    std::optional<app::Participant> participant{}; ///< where `Access::her`

    [[nodiscard]] app::App& app() const { return site.app; }
    [[nodiscard]] Fields const& query() const { return request.query; }
    [[nodiscard]] app::Participant const& she() const { return participant.value(); }
    /// A text of the body; empty if it is not there.
    [[nodiscard]] std::string text(char const* name) const { return body.value(name, ""); }
};

struct Endpoint
{
    Method method = Method::get;
    std::string path; ///< below `kPath`
    std::string_view id;
    std::string_view tag;
    std::string_view summary;
    Access access = Access::anyone;
    std::vector<Parameter> parameters{};
    std::optional<Schema> body{};
    Answer answer;
    std::vector<int> problems{}; ///< beyond those that follow from the rest: 403, 409, 429 …
    Response (*handle)(Call const& call) = nullptr;
};

/// Every status that is a problem with this endpoint, in order.
std::vector<int> problems_of(Endpoint const& endpoint);

/// Lets the request in, or throws why not, and calls the handler.
Response serve(Site& site, Request const& request, Endpoint const& endpoint);

/// The token of the session with which staff come: a bearer token, else the cookie of the pages.
std::string_view staff_token(Request const& request);

/// Of `types` the one that an Accept header (RFC 9110, 12.5.1) likes best, the first of equals;
/// nothing if it excludes all. An empty header likes everything.
std::optional<std::string_view>
preferred(std::string_view accept, std::vector<std::string_view> const& types);

Response json_response(Json const& json, int status = 200);
Response no_content();

/// A number of the body that may be left out.
template <class AnId>
std::optional<AnId> sent_id(Call const& call, char const* name)
{
    return call.body.contains(name) ? std::optional{id_in<AnId>(call.body.at(name))} : std::nullopt;
}

/// What `act` returns; where it refuses what was sent, the refusal stands beside `field`.
template <class Act>
auto beside(std::string const& field, Act const& act)
{
    try {
        return act();
    } catch (Refusal const& refusal) {
        if (refusal.kind() != Refusal::invalid_input) {
            throw;
        }
        FieldErrors errors;
        errors.add(field, refusal.message());
        throw invalid(std::move(errors));
    }
}

/// \throws Problem if a page was asked for by `after`, and it `is_known` as none
void require_known_page(Call const& call, bool is_known);

/// \throws Problem if there are any
void require_none(FieldErrors const& errors);

} // namespace wt::web::api
