#include "web/request_guard.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace wt::web {

namespace {

/// A token of RFC 9110, 5.6.2.
bool is_token(std::string_view text)
{
    constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               kOthers.find(c) != std::string_view::npos;
    });
}

} // namespace

int RequestGuard::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (body_left_ > 0) {
            auto const taken = std::min(body_left_, bytes.size());
            body_left_ -= taken;
            bytes.remove_prefix(taken);
            continue;
        }
        auto const end = bytes.find('\n');
        auto const part = bytes.substr(0, end);
        header_bytes_ += part.size() + 1;
        if (header_bytes_ > limits_.header_bytes) {
            return 431;
        }
        line_ += part;
        if (end == std::string_view::npos) {
            return 0;
        }
        bytes.remove_prefix(end + 1);
        if (!line_.ends_with('\r')) {
            return 400; // a bare LF
        }
        line_.pop_back();
        int const refusal = feed_line(line_);
        line_.clear();
        if (refusal != 0) {
            return refusal;
        }
    }
    return 0;
}

int RequestGuard::feed_line(std::string_view line)
{
    for (char const c : line) {
        bool const is_control = static_cast<unsigned char>(c) < 0x20 && c != '\t';
        if (is_control || c == '\x7F') {
            return 400;
        }
    }
    if (!has_request_line_) {
        // An empty line before a request is allowed (RFC 9112, 2.2).
        has_request_line_ = !line.empty();
        return 0;
    }
    return line.empty() ? end_headers() : feed_header(line);
}

int RequestGuard::feed_header(std::string_view line)
{
    auto const colon = line.find(':');
    auto const name = line.substr(0, colon);
    // Also refuses a folded line, which starts with a space.
    if (colon == std::string_view::npos || !is_token(name)) {
        return 400;
    }
    auto const lower = to_lower(name);
    auto const value = trimmed(line.substr(colon + 1));
    if (lower == "transfer-encoding") {
        return has_length_ ? 400 : 501;
    }
    if (lower == "host") {
        return std::exchange(has_host_, true) ? 400 : 0;
    }
    if (lower == "content-length") {
        bool const is_digits =
            !value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos;
        auto const length = find_integer(value);
        if (has_length_ || !is_digits) {
            return 400;
        }
        if (!length || static_cast<std::size_t>(*length) > limits_.body_bytes) {
            return 413;
        }
        has_length_ = true;
        length_ = static_cast<std::size_t>(*length);
    }
    return 0;
}

int RequestGuard::end_headers()
{
    bool const is_complete = has_host_;
    body_left_ = length_;
    header_bytes_ = 0;
    length_ = 0;
    has_request_line_ = has_length_ = has_host_ = false;
    return is_complete ? 0 : 400;
}

} // namespace wt::web
