#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Pairs of words that stand for numbers, such as "amber acorn": short, easy to say and to write
/// down, hard to mishear.
namespace wt {

/// How many pairs there are: 64 first words, 64 second words, 12 bits.
inline constexpr std::size_t kWordPairs = 4096;

/// \param number  0..4095
std::string word_pair(std::size_t number);

/// The numbers of pairs that somebody typed, however she set them apart: case, spaces, line breaks,
/// commas, hyphens and digits do not matter. Nothing if anything else but whole pairs is in it, or
/// no pair at all.
std::optional<std::vector<std::size_t>> find_word_pairs(std::string_view typed);

} // namespace wt
