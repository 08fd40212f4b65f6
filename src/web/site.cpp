#include "web/site.hpp"

namespace wt::web {

namespace {

std::string host_of(std::string const& url)
{
    auto const scheme_end = url.find("://");
    auto const start = scheme_end == std::string::npos ? 0 : scheme_end + 3;
    return url.substr(start, url.find('/', start) - start);
}

} // namespace

Site::Site(app::App& application, SecretKey const& key)
    : app{application}, languages{Languages::named(application.installation.languages)},
      cookie_key{key}, host{host_of(application.installation.public_url)},
      is_https{application.installation.public_url.starts_with("https://")},
      limits{application.installation.limits != "off"}
{
}

} // namespace wt::web
