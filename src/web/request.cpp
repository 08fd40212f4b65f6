#include "web/request.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"

namespace wt::web {

namespace {

std::string_view
value_of(std::map<std::string, std::string, std::less<>> const& values, std::string_view name)
{
    auto const found = values.find(name);
    return found == values.end() ? std::string_view{} : found->second;
}

} // namespace

std::string_view Request::path_text(std::string_view name) const
{
    return value_of(parameters, name);
}

std::string_view Request::header(std::string_view lower_name) const
{
    return value_of(headers, lower_name);
}

Fields Request::form() const
{
    auto const type = split(header("content-type"), ';').front();
    if (to_lower(trimmed(type)) != "application/x-www-form-urlencoded") {
        throw Refusal{
            Refusal::invalid_input, N_("We could not read this form. Go back and try again.")};
    }
    return read_urlencoded(body);
}

std::int64_t Request::positive_number(std::string_view text)
{
    auto const number = find_integer(text);
    if (!number || *number <= 0) {
        throw Refusal{Refusal::not_found, N_("Page not found")};
    }
    return *number;
}

} // namespace wt::web
