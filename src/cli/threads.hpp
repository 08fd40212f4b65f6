#pragma once

#include "hotspots/scan.hpp"

namespace wt::cli {

/// Runs pieces of work on so many threads; waits for all, then throws what the first of them threw.
hotspots::ForEachPiece on_threads(unsigned threads);

} // namespace wt::cli
