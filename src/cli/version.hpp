#pragma once

namespace wt::cli {

/// What `walktalk --version` prints: the name and the version that CMake gives the project.
char const* version_line();

} // namespace wt::cli
