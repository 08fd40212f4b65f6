#pragma once

#include "base/crypto.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace wt::store {

/// The next link of a chain:
///     BLAKE2b keyed with `key` over `previous` and the columns of a row, each after a line break.
/// \pre no two rows give the same text: a column that may hold a line break goes `with_length`
template <class... Columns>
std::string chained_hash(SecretKey const& key, std::string_view previous, Columns const&... columns)
{
    std::string text{previous};
    ((text += fmt::format("\n{}", columns)), ...);
    return keyed_hash(key, text);
}

/// `text` behind its length.
inline std::string with_length(std::string_view text)
{
    return fmt::format("{}:{}", text.size(), text);
}

} // namespace wt::store
