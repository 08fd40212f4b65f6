#pragma once

#include <string_view>
#include <vector>

namespace wt {

/// A file that was built into the program.
struct EmbeddedFile
{
    std::string_view name;
    std::string_view content;
};

} // namespace wt
