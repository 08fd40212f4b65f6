#pragma once

#include "scheme/settings.hpp"
#include "web/router.hpp"
#include "web/site.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace wt::web {

/// Pages that are the same for everyone, made ahead in each language with their headers, plain and
/// compressed, so that a crowd costs nothing. Which routes: `RouteOptions::same_for_everyone`.
class PreparedPages
{
public:
    PreparedPages(Site& site, Router const& router);

    /// The page, if it was made ahead and nothing in the request asks for another.
    [[nodiscard]] Response const* find(Site const& site, Request const& request) const;

private:
    struct Variants
    {
        Response plain;
        Response zipped;
    };
    std::map<std::pair<std::string, std::string>, Variants> pages_; // path, language
    std::shared_ptr<Settings const> settings_; // pages made under others are not shown
};

/// `text` compressed (gzip, level 6).
std::string gzipped(std::string_view text);

} // namespace wt::web
