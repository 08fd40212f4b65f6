#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt {

/// Without white space (ASCII) at both ends.
std::string_view trimmed(std::string_view text);

/// True if `text` is well-formed UTF-8 (no overlong forms, surrogates or values past U+10FFFF)
/// and holds no NUL, which PostgreSQL would cut.
bool is_clean_utf8(std::string_view text);

/// Number of code points of well-formed UTF-8.
std::size_t count_characters(std::string_view utf8);

/// The parts between separators; an empty text has one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The parts between spaces, however many those are.
std::vector<std::string> split_words(std::string_view text);

/// ASCII letters in lower case, other bytes as they are.
std::string to_lower(std::string_view text);

/// The whole of `text` as a number; nothing if there is anything else in it or it is out of range.
std::optional<long long> find_integer(std::string_view text);
std::optional<double> find_number(std::string_view text);

} // namespace wt
