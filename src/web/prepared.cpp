#include "web/prepared.hpp"

#include "web/dispatch.hpp"

#include <stdexcept>
#include <zlib.h>

namespace wt::web {

namespace {

Response sharing(Response response, std::string bytes)
{
    response.body.clear();
    response.shared_body = std::make_shared<std::string const>(std::move(bytes));
    return response;
}

} // namespace

std::string gzipped(std::string_view text)
{
    z_stream stream{};
    constexpr int kGzipWindow = 15 + 16;
    if (deflateInit2(&stream, 6, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error{"zlib could not start"};
    }
    std::string packed(deflateBound(&stream, text.size()), '\0');
    std::string input{text}; // zlib asks for bytes it may write
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    int const result = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) {
        throw std::runtime_error{"zlib could not compress"};
    }
    return packed;
}

PreparedPages::PreparedPages(Site& site, Router const& router) : settings_{site.app.settings()}
{
    for (auto const& path : router.list_same_for_everyone()) {
        for (auto const& texts : site.languages.list()) {
            Request request{.path = path};
            auto const& code = texts.language().code;
            request.cookies.set("lang", code);
            auto made = respond(site, router, std::move(request));
            made.with_header("Vary", "Accept-Encoding, Accept-Language, Cookie");
            auto const body = made.body;
            auto zipped = sharing(made, gzipped(body));
            zipped.with_header("Content-Encoding", "gzip");
            pages_.emplace(
                std::pair{path, code}, Variants{sharing(std::move(made), body), std::move(zipped)});
        }
    }
}

Response const* PreparedPages::find(Site const& site, Request const& request) const
{
    bool const is_get = request.method == Method::get || request.method == Method::head;
    if (!is_get || request.cookies.has("notice") || site.app.settings() != settings_) {
        return nullptr;
    }
    auto const& texts = site.languages.choose(
        request.cookies.find("lang").value_or(""), request.header("accept-language"));
    auto const found = pages_.find(std::pair{request.path, texts.language().code});
    if (found == pages_.end()) {
        return nullptr;
    }
    bool const zip = request.header("accept-encoding").find("gzip") != std::string_view::npos;
    return zip ? &found->second.zipped : &found->second.plain;
}

} // namespace wt::web
