#pragma once

#include <map>
#include <string>

namespace wt {

/// What the whole force decides about what it publishes. Kept among its settings, by the names of
/// the members; apart from `Settings` because only the publishing looks at it.
struct Publication
{
    int numbers_day = 5; ///< of the month, 1..28: the numbers of the month before appear
    std::string open_data_licence = "Open Government Licence v3.0"; ///< under which data are open

    friend bool operator==(Publication const&, Publication const&) = default;
};

/// `values` over the defaults; what has other names is left out.
/// \throws Refusal (invalid_input) naming one that is out of its range
Publication make_publication(std::map<std::string, std::string> const& values);

/// Both as text, by name: the inverse of `make_publication`.
std::map<std::string, std::string> to_texts(Publication const& publication);

} // namespace wt
