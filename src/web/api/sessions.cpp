#include "app/sign_in.hpp"
#include "web/api/endpoints.hpp"
#include "web/begin_session.hpp"

/// Signing in and out, for staff.
namespace wt::web::api {

namespace {

Schema role()
{
    return one_of(kRoles, "What she is to the scheme.");
}

struct Opened
{
    std::string token;
    Role role = Role::visitor;
};

Shape<Opened> const& opened_shape()
{
    static Shape<Opened> const shape{
        "OpenedSession",
        "A session that has begun.",
        {{"token", text("To send as a bearer token."), [](auto const& it) { return it.token; }},
         {"role", role(), [](auto const& it) { return code_in(kRoles, it.role); }},
         {"expires_in",
          whole_number("Seconds until it ends, whatever is done in it."),
          [](auto const&) { return std::chrono::seconds{app::kSessionLasts}.count(); }}}};
    return shape;
}

Shape<Person> const& person_shape()
{
    static Shape<Person> const shape{
        "Session",
        "Who is signed in.",
        {{"role", role(), [](auto const& it) { return code_in(kRoles, it.role); }},
         {"bcu",
          id_text("Her command unit, if she has one."),
          [](auto const& it) { return id_json(it.bcu); },
          Presence::sometimes},
         {"officer",
          id_text("Her number as an officer, if she is one."),
          [](auto const& it) { return id_json(it.officer); },
          Presence::sometimes}}};
    return shape;
}

Response create_session(Call const& call)
{
    auto const token = sign_in_within_limits(
        call.site,
        call.request.client,
        {.sign_in_name = call.text("name"),
         .password = call.text("password"),
         .code = call.text("code")});
    auto const person = app::find_person_by_session(call.app(), token);
    return json_response(opened_shape().write({token, person ? person->role : Role::visitor}), 201);
}

Response show_session(Call const& call)
{
    return json_response(person_shape().write(call.person));
}

Response delete_session(Call const& call)
{
    app::sign_out(call.app(), staff_token(call.request));
    return no_content();
}

} // namespace

void add_session_endpoints(std::vector<Endpoint>& all)
{
    all.push_back(
        {.method = Method::post,
         .path = "/sessions",
         .id = "createSession",
         .tag = "staff",
         .summary = "Sign in",
         .body = object_of(
             "Who she is. The refusal says the same whichever of them is wrong.",
             {{"name", text("Her sign-in name.", {1, 200})},
              {"password", text("Her password.", {1, 1000})},
              {"code", text("Six digits, from her authenticator.", {1, 20})}},
             true),
         .answer = answer_of("She is signed in.", opened_shape().schema(), 201),
         .problems = {403, 429},
         .handle = create_session});
    all.push_back(
        {.path = "/sessions/current",
         .id = "showSession",
         .tag = "staff",
         .summary = "Who is signed in",
         .access = Access::staff,
         .answer = answer_of("She is.", person_shape().schema()),
         .handle = show_session});
    all.push_back(
        {.method = Method::remove,
         .path = "/sessions/current",
         .id = "deleteSession",
         .tag = "staff",
         .summary = "Sign out",
         .access = Access::staff,
         .answer = nothing("The token opens nothing any more."),
         .handle = delete_session});
}

} // namespace wt::web::api
