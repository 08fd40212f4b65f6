#include "web/public_document.hpp"

namespace wt::web {

Response public_document(
    Site& site,
    std::string_view type,
    std::string const& key,
    std::function<std::string()> const& make)
{
    if (site.is_demonstration()) {
        return content(type, make());
    }
    auto response = content(type, {});
    response.shared_body = site.remembered.get(key, site.now(), make);
    return response;
}

} // namespace wt::web
