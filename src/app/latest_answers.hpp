#pragma once

#include "store/answers.hpp"
#include "store/concerns.hpp"

#include <optional>
#include <vector>

namespace wt::app {

/// The latest answer of each of `concerns`, in their order, if it has one; in one query.
std::vector<std::optional<store::StoredAnswer>>
latest_answers(store::Reading& reading, std::vector<store::StoredConcern> const& concerns);

} // namespace wt::app
