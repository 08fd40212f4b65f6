#include "scheme/officer.hpp"

namespace wt {

std::optional<std::string> find_collar_number(std::string_view typed)
{
    std::string number;
    for (char const c : typed) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
            number += c;
        } else if (c >= 'a' && c <= 'z') {
            number += static_cast<char>(c - 'a' + 'A');
        } else if (c != ' ' && c != '-' && c != '.') {
            return std::nullopt;
        }
    }
    return number.empty() || number.size() > 12 ? std::nullopt : std::optional{number};
}

} // namespace wt
