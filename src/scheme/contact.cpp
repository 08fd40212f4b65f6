#include "scheme/contact.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace wt {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Not the whole of RFC 5321, but no address that people have is refused.
bool is_possible_address(std::string_view text)
{
    auto const at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) {
        return false;
    }
    auto const domain = text.substr(at + 1);
    bool const plain = std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' ||
               c == ',' || c == ';' || c == '\\' || c == '\x7f';
    });
    return plain && domain.find('@') == std::string_view::npos &&
           domain.find('.') != std::string_view::npos && !domain.starts_with('.') &&
           !domain.ends_with('.') && domain.find("..") == std::string_view::npos;
}

} // namespace

std::optional<std::string> find_contact(std::string_view typed, std::string_view calling_code)
{
    auto const text = trimmed(typed);
    if (text.find('@') != std::string_view::npos) {
        return is_possible_address(text) ? std::optional{to_lower(text)} : std::nullopt;
    }
    std::string number;
    for (char const c : text) {
        bool const is_plus = c == '+' && number.empty();
        if (is_digit(c) || is_plus) {
            number += c;
        } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.') {
            return std::nullopt;
        }
    }
    if (number.starts_with("00")) {
        number.replace(0, 2, "+");
    } else if (number.starts_with('0')) {
        number.replace(0, 1, "+" + std::string{calling_code});
    }
    // E.164 has at most 15 digits; the shortest national numbers in use have 7.
    bool const fits = number.starts_with('+') && number.size() >= 8 && number.size() <= 16;
    return fits ? std::optional{number} : std::nullopt;
}

bool is_email(std::string_view contact)
{
    return contact.find('@') != std::string_view::npos;
}

std::string masked(std::string_view contact)
{
    if (is_email(contact)) {
        return std::string{contact.substr(0, 1)} + "…" +
               std::string{contact.substr(contact.find('@'))};
    }
    return "…" +
           std::string{contact.substr(contact.size() - std::min<std::size_t>(4, contact.size()))};
}

} // namespace wt
