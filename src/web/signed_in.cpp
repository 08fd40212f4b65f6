#include "web/signed_in.hpp"

#include "app/sign_in.hpp"

#include <cassert>

namespace wt::web {

namespace {

constexpr std::string_view kCookie = "session";

CookieOptions options_for(Site const& site)
{
    return {.max_age = app::kSessionLasts, .is_secure = site.is_https};
}

} // namespace

std::string_view session_of(Request const& request)
{
    return request.cookies.find(kCookie).value_or("");
}

Person require_staff(Site const& site, Request const& request)
{
    auto const person = app::find_person_by_session(site.app, session_of(request));
    if (!person) {
        // What a form held is lost here, so a way back to its address would only mislead.
        throw SignInNeeded{request.is_safe() ? request.path : std::string{}};
    }
    return *person;
}

void keep_session(Site const& site, Response& response, std::string_view token)
{
    set_cookie(response, kCookie, token, options_for(site));
}

void drop_session(Site const& site, Response& response)
{
    drop_cookie(response, kCookie, options_for(site));
}

std::string_view first_page_of(Role role)
{
    switch (role) {
    case Role::officer:
        return "/officer/walks";
    case Role::desk:
        return "/desk/queue";
    case Role::oversight:
        return "/oversight";
    case Role::safeguarding:
        return "/safeguarding/disclosures";
    case Role::standards:
    case Role::watchdog:
        return "/complaints";
    default:
        return "/staff";
    }
}

Audience audience_of(Role role)
{
    switch (role) {
    case Role::officer:
        return Audience::officer;
    case Role::desk:
        return Audience::desk;
    case Role::safeguarding:
        return Audience::safeguarding;
    case Role::partner:
        return Audience::partner;
    case Role::oversight:
        return Audience::oversight;
    case Role::administrator:
        return Audience::admin;
    case Role::standards:
    case Role::watchdog:
        return Audience::standards;
    default:
        return Audience::everyone;
    }
}

std::string_view own_path_or(std::string_view path, std::string_view otherwise)
{
    return path.starts_with('/') && is_safe_url(path) ? path : otherwise;
}

std::string sign_in_path(std::string_view then)
{
    std::string path = "/staff/sign-in";
    if (!then.empty()) {
        path += "?" + write_urlencoded(Fields{{{"then", std::string{then}}}});
    }
    return path;
}

} // namespace wt::web
