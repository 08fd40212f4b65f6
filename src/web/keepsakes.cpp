#include "web/keepsakes.hpp"

#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace wt::web {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kChunk = 3800; // browsers hold 4096 bytes with name and attributes
constexpr std::size_t kChunks = 3;
constexpr auto kDraftLife = 2h;
constexpr auto kNoticeLife = 1min;

std::string chunk_name(std::string_view name, std::size_t index)
{
    return fmt::format("draft_{}_{}", name, index);
}

/// `values` that only we can read, for one purpose and time: `until`, `purpose`, then the values.
std::string seal_for(
    Site const& site, std::string_view purpose, std::chrono::seconds life, Fields const& values)
{
    auto const until = to_milliseconds(site.now() + life);
    return seal(
        site.cookie_key, fmt::format("{}\n{}\n{}", until, purpose, write_urlencoded(values)));
}

std::optional<Fields>
find_sealed(Site const& site, std::string_view purpose, std::string_view sealed)
{
    auto const text = open(site.cookie_key, sealed);
    auto const parts = text ? split(*text, '\n') : std::vector<std::string_view>{};
    if (parts.size() != 3 || parts[1] != purpose ||
        find_integer(parts[0]).value_or(0) < to_milliseconds(site.now())) {
        return std::nullopt;
    }
    return read_urlencoded(parts[2]);
}

CookieOptions options_for(Site const& site, std::chrono::seconds max_age)
{
    return {.max_age = max_age, .is_secure = site.is_https};
}

} // namespace

void keep_draft(Site const& site, Response& response, std::string_view name, Fields const& draft)
{
    auto const sealed = seal_for(site, name, kDraftLife, draft);
    if (sealed.size() > kChunk * kChunks) {
        throw Refusal{
            Refusal::invalid_input,
            N_("That is more text than we can keep. Go back and shorten it.")};
    }
    auto const options = options_for(site, kDraftLife);
    for (std::size_t i = 0; i < kChunks; ++i) {
        if (i * kChunk < sealed.size()) {
            set_cookie(response, chunk_name(name, i), sealed.substr(i * kChunk, kChunk), options);
        } else {
            drop_cookie(response, chunk_name(name, i), options);
        }
    }
}

Fields find_draft(Site const& site, Request const& request, std::string_view name)
{
    std::string sealed;
    for (std::size_t i = 0; i < kChunks; ++i) {
        sealed += request.cookies.find(chunk_name(name, i)).value_or("");
    }
    return find_sealed(site, name, sealed).value_or(Fields{});
}

void drop_draft(Site const& site, Response& response, std::string_view name)
{
    for (std::size_t i = 0; i < kChunks; ++i) {
        drop_cookie(response, chunk_name(name, i), options_for(site, 0s));
    }
}

void keep_notice(Site const& site, Response& response, Message const& message, NoticeKind kind)
{
    std::vector<std::pair<std::string, std::string>> values{
        {"id", message.id}, {"kind", kind == NoticeKind::done ? "done" : "important"}};
    for (auto const& argument : message.arguments) {
        values.emplace_back("argument", argument);
    }
    auto const sealed = seal_for(site, "notice", kNoticeLife, Fields{std::move(values)});
    set_cookie(response, "notice", sealed, options_for(site, kNoticeLife));
}

Response see_other(Site const& site, std::string_view path, Message const& notice)
{
    auto response = see_other(path);
    keep_notice(site, response, notice);
    return response;
}

std::optional<Notice> find_notice(Site const& site, Request const& request)
{
    auto const sealed = request.cookies.find("notice");
    auto const values = sealed ? find_sealed(site, "notice", *sealed) : std::nullopt;
    if (!values) {
        return std::nullopt;
    }
    return Notice{
        .message = {values->get("id").c_str(), values->list("argument")},
        .kind = values->get("kind") == "done" ? NoticeKind::done : NoticeKind::important};
}

void drop_notice(Site const& site, Response& response)
{
    drop_cookie(response, "notice", options_for(site, 0s));
}

void keep_language(Site const& site, Response& response, std::string_view code)
{
    set_cookie(response, "lang", code, options_for(site, 365 * 24h));
}

} // namespace wt::web
