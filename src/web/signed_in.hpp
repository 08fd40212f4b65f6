#pragma once

#include "scheme/role.hpp"
#include "web/pages/shell.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"

#include <exception>
#include <string>
#include <string_view>

/// Who of the staff is at the browser: one session cookie, that scripts cannot read.
namespace wt::web {

/// Nobody is signed in. Caught where requests are dispatched, and answered with the way to the
/// sign-in page (303).
class SignInNeeded : public std::exception
{
public:
    explicit SignInNeeded(std::string then) : then_{std::move(then)} {}

    /// The page she wanted; empty if it was no page but a form.
    [[nodiscard]] std::string const& then() const noexcept { return then_; }
    [[nodiscard]] char const* what() const noexcept override { return "nobody is signed in"; }

private:
    std::string then_;
};

/// Who is signed in. What she may do is for `app` to say.
/// \throws SignInNeeded if nobody is
Person require_staff(Site const& site, Request const& request);

/// Opens a session in the browser, or ends it.
/// \param token  as `app::sign_in` returns it
void keep_session(Site const& site, Response& response, std::string_view token);
void drop_session(Site const& site, Response& response);

/// The token that the browser sent; empty if none.
std::string_view session_of(Request const& request);

/// The first page of a role: `/officer/walks`.
std::string_view first_page_of(Role role);

/// Whose links the header shows.
Audience audience_of(Role role);

/// `path` if it is a page of ours that may stand in a redirect, else `otherwise`.
std::string_view own_path_or(std::string_view path, std::string_view otherwise);

/// The sign-in page, from which she comes back to `then`.
std::string sign_in_path(std::string_view then);

} // namespace wt::web
