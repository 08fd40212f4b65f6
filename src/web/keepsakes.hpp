#pragma once

#include "base/message.hpp"
#include "web/request.hpp"
#include "web/response.hpp"
#include "web/site.hpp"

#include <optional>

/// What her browser keeps for us, sealed: a form half filled in, and a notice for the next page.
namespace wt::web {

/// Keeps what was typed so far for two hours, in up to three cookies.
/// \param name  of the journey, ASCII letters
/// \throws Refusal invalid_input if it is more than they hold (about 8 kB)
void keep_draft(Site const& site, Response& response, std::string_view name, Fields const& draft);

/// What was kept; empty if nothing, or too old, or not ours.
Fields find_draft(Site const& site, Request const& request, std::string_view name);

void drop_draft(Site const& site, Response& response, std::string_view name);

/// Whether what she wanted was done, or she has to know that it was not.
enum class NoticeKind
{
    done,
    important,
};

struct Notice
{
    Message message;
    NoticeKind kind = NoticeKind::done;
};

/// Shows `message` once, at the top of the next page.
/// \pre holds nothing personal
void keep_notice(
    Site const& site,
    Response& response,
    Message const& message,
    NoticeKind kind = NoticeKind::done);
/// "Look there instead" (303), with the message at the top of that page.
/// \pre as of `see_other` and `keep_notice`
Response see_other(Site const& site, std::string_view path, Message const& notice);
std::optional<Notice> find_notice(Site const& site, Request const& request);
void drop_notice(Site const& site, Response& response);

/// Her choice of language, for a year.
void keep_language(Site const& site, Response& response, std::string_view code);

} // namespace wt::web
