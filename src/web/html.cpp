#include "web/html.hpp"

#include "base/text.hpp"

namespace wt::web {

void append_escaped(std::string& out, std::string_view text)
{
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string_view entity;
        switch (text[i]) {
        case '&':
            entity = "&amp;";
            break;
        case '<':
            entity = "&lt;";
            break;
        case '>':
            entity = "&gt;";
            break;
        case '"':
            entity = "&quot;";
            break;
        case '\'':
            entity = "&#39;";
            break;
        default:
            continue;
        }
        out.append(text, start, i - start).append(entity);
        start = i + 1;
    }
    out.append(text, start);
}

Html escaped(std::string_view text)
{
    std::string out;
    append_escaped(out, text);
    return Html::trusted(std::move(out));
}

bool is_safe_url(std::string_view url)
{
    // Browsers drop tabs and line ends inside an address and read `\` as `/`.
    for (char const c : url) {
        if (static_cast<unsigned char>(c) <= 0x20 || c == '\\') {
            return false;
        }
    }
    if (url.starts_with("//")) {
        return false;
    }
    if (url.starts_with('/') || url.starts_with('#') || url.starts_with('?')) {
        return true;
    }
    auto const lower = to_lower(url.substr(0, 8));
    for (std::string_view const scheme : {"https://", "http://", "mailto:", "tel:", "sms:"}) {
        if (lower.starts_with(scheme)) {
            return true;
        }
    }
    return false;
}

void append_url(std::string& out, std::string_view url)
{
    // An address that is not safe leads nowhere rather than somewhere.
    append_escaped(out, is_safe_url(url) ? url : "#");
}

void append_url_part(std::string& out, std::string_view text)
{
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    for (char const c : text) {
        bool const is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
                              c == '~';
        if (is_plain) {
            out += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4U];
            out += kHex[byte & 0xFU];
        }
    }
}

} // namespace wt::web
