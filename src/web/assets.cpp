#include "web/embedded.hpp"
#include "web/resources.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace wt::web {

namespace {

/// Content never changes under a name with a hash, so browsers may keep it for good.
constexpr char const* kForever = "public, max-age=31536000, immutable";

bool accepts_gzip(Request const& request)
{
    return request.header("accept-encoding").find("gzip") != std::string_view::npos;
}

/// GET /assets/{name}
Response show_asset(Site& site, Request const& request)
{
    auto const files = embedded_assets();
    auto const found = std::lower_bound(
        files.begin(), files.end(), request.path_text("name"), [](auto const& file, auto name) {
            return file.name < name;
        });
    if (found == files.end() || found->name != request.path_text("name")) {
        return error_page(site, request, 404);
    }
    bool const zipped = !found->gzipped.empty() && accepts_gzip(request);
    auto response = content(found->type, std::string{zipped ? found->gzipped : found->bytes});
    response.with_header("Cache-Control", kForever).with_header("Vary", "Accept-Encoding");
    if (zipped) {
        response.with_header("Content-Encoding", "gzip");
    }
    return response;
}

} // namespace

std::string_view asset(std::string_view source_name)
{
    static auto const addresses = [] {
        std::map<std::string_view, std::string> made;
        for (auto const& file : embedded_assets()) {
            made.emplace(file.source, "/assets/" + std::string{file.name});
        }
        return made;
    }();
    auto const found = addresses.find(source_name);
    assert(found != addresses.end());
    return found->second;
}

void add_asset_routes(Router& router)
{
    router.add(Method::get, "/assets/{name}", show_asset);
}

} // namespace wt::web
