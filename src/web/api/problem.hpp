#pragma once

#include "base/field_errors.hpp"
#include "web/api/schema.hpp"
#include "web/request.hpp"
#include "web/response.hpp"

#include <exception>
#include <string>
#include <string_view>
#include <vector>

/// Errors of the API, as problem details (RFC 9457).
namespace wt::web::api {

inline constexpr std::string_view kPath = "/api/v1";
inline constexpr std::string_view kProblemType = "application/problem+json";

/// True for an address of the API, whose errors are for programs.
bool is_api_path(std::string_view path);

/// A kind of problem; its page stands at `/api/problems/NAME`.
struct ProblemKind
{
    int status;
    std::string_view name;
    char const* title;
    char const* advice; ///< for who writes the client
};
std::vector<ProblemKind> const& list_problem_kinds();

/// The kind that belongs to a status; that of 500 for others.
ProblemKind const& problem_kind(int status);

/// "No", with a status of its own. Thrown while a request is read; answered in one place.
class Problem : public std::exception
{
public:
    Problem(int status, Message detail, FieldErrors errors = {})
        : status_{status}, detail_{std::move(detail)}, errors_{std::move(errors)}
    {
    }

    [[nodiscard]] int status() const noexcept { return status_; }
    [[nodiscard]] Message const& detail() const noexcept { return detail_; }
    [[nodiscard]] FieldErrors const& errors() const noexcept { return errors_; }
    [[nodiscard]] char const* what() const noexcept override { return detail_.id.c_str(); }

private:
    int status_;
    Message detail_;
    FieldErrors errors_;
};

/// The whole body is well formed, but these parts are wrong (422).
Problem invalid(FieldErrors errors);

/// \param reference  of what was logged, where something broke
Response problem_response(
    Request const& request,
    int status,
    Message const& detail,
    FieldErrors const& errors = {},
    std::string_view reference = {});

Schema problem_schema();

} // namespace wt::web::api
