#pragma once

#include "web/response.hpp"
#include "web/site.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace wt::web {

/// A document for anyone that may be some seconds old (`Remembered`). In a demonstration nobody
/// waits for what is new.
/// \param key  tells it from all others: its address
Response public_document(
    Site& site,
    std::string_view type,
    std::string const& key,
    std::function<std::string()> const& make);

} // namespace wt::web
