#include "web/api/problem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::web::api {

namespace {

/// What a problem says, translated.
struct Said
{
    ProblemKind const& kind;
    std::string title;
    std::string detail;
    std::vector<std::pair<std::string, std::string>> errors;
    std::string reference;
};

using FieldSaid = std::pair<std::string, std::string>;

Shape<FieldSaid> const& field_shape()
{
    static Shape<FieldSaid> const shape{
        "FieldProblem",
        "What is wrong with one part of what was sent.",
        {{"field",
          text("The member of the body, with `/` before those within it; else the parameter."),
          [](FieldSaid const& said) { return said.first; }},
         {"detail", text("A sentence to show beside it."), [](FieldSaid const& said) {
              return said.second;
          }}}};
    return shape;
}

Schema type_schema()
{
    auto schema = text("Which problem it is: the address of a page about it.");
    schema.json["format"] = "uri-reference";
    return schema;
}

Shape<Said> const& problem_shape()
{
    static Shape<Said> const shape{
        "Problem",
        "Why something was not done, as RFC 9457 has it.",
        {{"type",
          type_schema(),
          [](Said const& said) { return fmt::format("/api/problems/{}", said.kind.name); }},
         {"title", text("The same in words."), [](Said const& said) { return said.title; }},
         {"status",
          whole_number("That of the answer.", 400, 599),
          [](Said const& said) { return said.kind.status; }},
         {"detail",
          text("A sentence that a person can act on, in the language asked for."),
          [](Said const& said) { return said.detail; }},
         {"errors",
          list_of(field_shape().schema(), "All that is wrong with what was sent."),
          [](Said const& said) {
              return said.errors.empty() ? Json{} : field_shape().write_all(said.errors);
          },
          Presence::sometimes},
         {"reference",
          text("A number to quote: under it we find what broke."),
          [](Said const& said) { return or_null(said.reference); },
          Presence::sometimes}}};
    return shape;
}

} // namespace

bool is_api_path(std::string_view path)
{
    return path == kPath || path.starts_with("/api/v1/");
}

std::vector<ProblemKind> const& list_problem_kinds()
{
    static std::vector<ProblemKind> const kinds{
        {400,
         "unreadable",
         N_("This could not be read"),
         N_("The body is no JSON (RFC 8259, UTF-8), or no object. The position says where reading "
            "stopped.")},
        {401,
         "signed-out",
         N_("Nobody is signed in"),
         N_("Send the token in the Authorization header: Bearer, a space, the token. That of a "
            "secret link is its last part; staff get theirs from POST /api/v1/sessions, for 12 "
            "hours.")},
        {403,
         "forbidden",
         N_("You are not allowed to do this"),
         N_("The token is good, and does not allow this. Sending it again does not help.")},
        {404,
         "not-found",
         N_("There is no such thing"),
         N_("It is not there, or not for everyone to see: the answer is the same for both.")},
        {405,
         "wrong-method",
         N_("This cannot be done here"),
         N_("The Allow header names the methods of this address.")},
        {406,
         "not-acceptable",
         N_("This is not offered in such a format"),
         N_("The Accept header excludes every format that there is. Leave it out, or send */*.")},
        {409,
         "conflict",
         N_("It has changed meanwhile"),
         N_("Somebody was faster, or the time for it is over. Read it again, then decide.")},
        {413, "too-large", N_("That is too much at once"), N_("At most 64 KiB are read.")},
        {415,
         "wrong-media-type",
         N_("This format is not read"),
         N_("Send JSON, with Content-Type: application/json.")},
        {422,
         "invalid",
         N_("Something in it is not right"),
         N_("The member errors names each part that is wrong, all at once, with a sentence.")},
        {429,
         "too-many",
         N_("Too many in a short time"),
         N_("Wait for as many seconds as the Retry-After header says. Nothing was done.")},
        {500,
         "broken",
         N_("Something went wrong on our side"),
         N_("Try again in a few minutes. Quote the reference if you tell us.")},
        {503,
         "busy",
         N_("Very many people are here at the moment"),
         N_("Wait for as many seconds as the Retry-After header says.")},
    };
    return kinds;
}

ProblemKind const& problem_kind(int status)
{
    auto const& kinds = list_problem_kinds();
    auto const found = std::ranges::find(kinds, status, &ProblemKind::status);
    return found != kinds.end() ? *found : problem_kind(500);
}

Problem invalid(FieldErrors errors)
{
    return {422, N_("Some of what was sent is not right: see errors."), std::move(errors)};
}

Response problem_response(
    Request const& request,
    int status,
    Message const& detail,
    FieldErrors const& errors,
    std::string_view reference)
{
    auto const& t = request.t();
    auto const& kind = problem_kind(status);
    Said said{kind, t(kind.title), t(detail), {}, std::string{reference}};
    for (auto const& error : errors.list()) {
        said.errors.emplace_back(error.field, t(error.message));
    }
    auto response = content(kProblemType, problem_shape().write(said).dump() + "\n", status);
    if (status == 401) {
        response.with_header("WWW-Authenticate", "Bearer");
    }
    if (status == 429) {
        response.with_header("Retry-After", "600"); // no limit looks at more than ten minutes
    }
    return response;
}

Schema problem_schema()
{
    return problem_shape().schema();
}

} // namespace wt::web::api
