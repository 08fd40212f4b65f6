#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>
#include <string_view>

namespace wt {

/// A value of an enumeration and the word that stands for it in the database, forms and files.
template <class Enum>
struct Named
{
    Enum value;
    std::string_view code;
};

/// The word for `value`, which must stand in `names`.
template <class Enum, std::size_t n>
constexpr std::string_view code_in(std::array<Named<Enum>, n> const& names, Enum value)
{
    auto const found = std::ranges::find(names, value, &Named<Enum>::value);
    assert(found != names.end());
    return found->code;
}

/// The value that `code` stands for, if any.
template <class Enum, std::size_t n>
constexpr std::optional<Enum>
find_in(std::array<Named<Enum>, n> const& names, std::string_view code)
{
    auto const found = std::ranges::find(names, code, &Named<Enum>::code);
    return found == names.end() ? std::nullopt : std::optional{found->value};
}

} // namespace wt
