#pragma once

#include "base/time.hpp"

#include <string>
#include <vector>

namespace wt::web {

/// One entry of a feed. Plain texts; they are escaped here.
struct FeedEntry
{
    std::string id;   ///< an address or URI that stays the same for ever
    std::string href; ///< where to read it
    std::string title;
    std::string summary;
    std::string author;
    Instant updated;
};

struct Feed
{
    std::string href;      ///< its own address
    std::string page_href; ///< of the page with the same
    std::string title;
    std::string author;
    std::string language; ///< "en"
    Instant updated;      ///< of the newest entry, or now if there is none
    std::vector<FeedEntry> entries;
};

/// The feed as an Atom document (RFC 4287).
std::string to_atom(Feed const& feed);

} // namespace wt::web
