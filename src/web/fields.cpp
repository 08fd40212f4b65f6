#include "web/fields.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"
#include "web/html.hpp"

#include <algorithm>

namespace wt::web {

namespace {

constexpr std::ptrdiff_t kMaxFields = 1000;

int hex_value(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    char const lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string required_text(std::string_view encoded)
{
    std::string spaced{encoded};
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    auto decoded = percent_decoded(spaced);
    if (!decoded) {
        throw Refusal{
            Refusal::invalid_input,
            N_("We could not read what was sent. Go back, remove unusual characters and try "
               "again.")};
    }
    return std::move(*decoded);
}

} // namespace

std::optional<std::string_view> Fields::find(std::string_view name) const
{
    for (auto const& [key, value] : values_) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::string Fields::get(std::string_view name) const
{
    return std::string{trimmed(find(name).value_or(""))};
}

std::vector<std::string> Fields::list(std::string_view name) const
{
    std::vector<std::string> found;
    for (auto const& [key, value] : values_) {
        if (key == name) {
            found.push_back(value);
        }
    }
    return found;
}

void Fields::set(std::string_view name, std::string value)
{
    set_list(name, {std::move(value)});
}

void Fields::set_list(std::string_view name, std::vector<std::string> values)
{
    std::erase_if(values_, [&](auto const& field) { return field.first == name; });
    for (auto& value : values) {
        values_.emplace_back(name, std::move(value));
    }
}

std::optional<std::string> percent_decoded(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        int const high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        int const low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            return std::nullopt;
        }
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return is_clean_utf8(decoded) ? std::optional{std::move(decoded)} : std::nullopt;
}

Fields read_urlencoded(std::string_view text)
{
    if (std::count(text.begin(), text.end(), '&') >= kMaxFields) {
        throw Refusal{Refusal::invalid_input, N_("This form has too many fields.")};
    }
    std::vector<std::pair<std::string, std::string>> values;
    for (auto const part : split(text, '&')) {
        if (part.empty()) {
            continue;
        }
        auto const equals = part.find('=');
        auto const value = equals == std::string_view::npos ? "" : part.substr(equals + 1);
        values.emplace_back(required_text(part.substr(0, equals)), required_text(value));
    }
    return Fields{std::move(values)};
}

std::string write_urlencoded(Fields const& fields)
{
    std::string out;
    for (auto const& [name, value] : fields) {
        if (!out.empty()) {
            out += '&';
        }
        append_url_part(out, name);
        out += '=';
        append_url_part(out, value);
    }
    return out;
}

Fields read_cookies(std::string_view header)
{
    std::vector<std::pair<std::string, std::string>> values;
    for (auto const part : split(header, ';')) {
        auto const pair = trimmed(part);
        auto const equals = pair.find('=');
        if (equals != std::string_view::npos && is_clean_utf8(pair)) {
            values.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
        }
    }
    return Fields{std::move(values)};
}

} // namespace wt::web
