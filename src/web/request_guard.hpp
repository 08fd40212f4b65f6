#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wt::web {

/// Watches the raw bytes of a connection and says no before the HTTP parser sees what it would
/// read too kindly: a line that ends in a bare LF, `Host :`, `Content-Length` twice or together
/// with `Transfer-Encoding` (request smuggling), a body or a header block over the limit.
/// Requests come with `Content-Length` or without a body, as browsers send them.
class RequestGuard
{
public:
    struct Limits
    {
        std::size_t header_bytes = 32 * 1024;
        std::size_t body_bytes = 8 * 1024 * 1024;
    };

    RequestGuard() = default;
    explicit RequestGuard(Limits limits) : limits_{limits} {}

    /// Looks at the next bytes of the connection.
    /// \returns 0 to go on, else the status to refuse with; the connection is then done
    int feed(std::string_view bytes);

private:
    int feed_line(std::string_view line);
    int feed_header(std::string_view line);
    int end_headers();

    Limits limits_;
    std::string line_;             // what came of a line that is not complete
    std::size_t header_bytes_ = 0; // of this request so far
    std::size_t body_left_ = 0;    // bytes that are no header
    bool has_request_line_ = false;
    bool has_length_ = false;
    bool has_host_ = false;
    std::size_t length_ = 0;
};

} // namespace wt::web
