#pragma once

#include "streets/graph_builder.hpp"

namespace wt::cli {

/// Prints what an import found, a line each.
void print(streets::ImportStatistics const& made);

} // namespace wt::cli
