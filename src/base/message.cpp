#include "base/message.hpp"

namespace wt {

std::string filled(std::string_view pattern, std::vector<std::string> const& arguments)
{
    std::string result;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        bool const is_hole = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                             pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        std::size_t const index = is_hole ? static_cast<std::size_t>(pattern[i + 1] - '1') : 0;
        if (is_hole && index < arguments.size()) {
            result += arguments[index];
            i += 2;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

std::string in_english(Message const& message)
{
    return filled(message.id, message.arguments);
}

} // namespace wt
