#include "base/error_text.hpp"

#include <algorithm>

namespace wt {

std::string text_to_log(std::exception const& error)
{
    std::string text = error.what();
    for (auto const* const end : {"\n", " while ", ": \""}) {
        text.resize(std::min(text.find(end), text.size()));
    }
    return text;
}

} // namespace wt
