#pragma once

#include "cli/session.hpp"

namespace wt::cli {

/// Runs the program. \returns its exit code: 0 done, 1 broken (a reference number is shown, and
/// logged with the cause), 2 the person's mistake (a sentence is shown)
int run(int argc, char const* const* argv, Callbacks const& callbacks);

} // namespace wt::cli
