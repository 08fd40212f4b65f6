#include "base/word_pairs.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace wt {

namespace {

constexpr std::size_t kWords = 64;
using Words = std::array<std::string_view, kWords>;

constexpr Words kFirst{
    "amber",  "autumn", "birch",  "blue",   "brave",  "bright", "calm",    "cedar",
    "cherry", "clear",  "clever", "copper", "coral",  "cosy",   "crisp",   "dawn",
    "early",  "eager",  "fair",   "fern",   "gentle", "ginger", "glad",    "golden",
    "green",  "happy",  "hazel",  "honest", "indigo", "ivory",  "jolly",   "kind",
    "lemon",  "light",  "lively", "loyal",  "lucky",  "maple",  "marble",  "mellow",
    "merry",  "misty",  "noble",  "olive",  "open",   "orange", "patient", "pearl",
    "plum",   "proud",  "quick",  "rapid",  "ruby",   "russet", "silver",  "snowy",
    "spring", "steady", "sunny",  "swift",  "tidy",   "velvet", "violet",  "warm"};
constexpr Words kSecond{
    "acorn",   "anchor",  "apple",   "badger", "barrel", "basket",  "beacon",  "bell",
    "bridge",  "brook",   "button",  "candle", "canoe",  "castle",  "clover",  "comet",
    "cricket", "daisy",   "dolphin", "drum",   "eagle",  "feather", "fiddle",  "forest",
    "garden",  "harbour", "heron",   "island", "jacket", "kettle",  "kite",    "ladder",
    "lantern", "leaf",    "magnet",  "meadow", "mirror", "needle",  "orchard", "otter",
    "parcel",  "pebble",  "pencil",  "piano",  "planet", "pocket",  "puffin",  "rabbit",
    "ribbon",  "river",   "robin",   "saddle", "sailor", "spoon",   "sparrow", "teapot",
    "thimble", "tulip",   "tunnel",  "valley", "wagon",  "walnut",  "whistle", "window"};
static_assert(kFirst.size() * kSecond.size() == kWordPairs);

/// No word begins another, so that words run together have one reading.
constexpr bool is_prefix_free(Words const& words)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = 0; j < words.size(); ++j) {
            if (i != j && words[j].starts_with(words[i])) {
                return false;
            }
        }
    }
    return true;
}
static_assert(is_prefix_free(kFirst) && is_prefix_free(kSecond));

/// Takes the word that `letters` begin with. \returns its index, kWords if they begin with none
std::size_t take_word(Words const& words, std::string_view& letters)
{
    auto const* const found = std::ranges::find_if(
        words, [&](std::string_view word) { return letters.starts_with(word); });
    if (found != words.end()) {
        letters.remove_prefix(found->size());
    }
    return static_cast<std::size_t>(found - words.begin());
}

bool is_between_words(char c)
{
    constexpr std::string_view kMarks = " \t\r\n.,;:-_/()";
    return kMarks.find(c) != std::string_view::npos || (c >= '0' && c <= '9');
}

} // namespace

std::string word_pair(std::size_t number)
{
    assert(number < kWordPairs);
    return fmt::format("{} {}", kFirst[number / kWords], kSecond[number % kWords]);
}

std::optional<std::vector<std::size_t>> find_word_pairs(std::string_view typed)
{
    auto letters = to_lower(typed);
    std::erase_if(letters, is_between_words);
    std::vector<std::size_t> numbers;
    for (std::string_view rest = letters; !rest.empty();) {
        auto const first = take_word(kFirst, rest);
        auto const second = take_word(kSecond, rest);
        if (first == kWords || second == kWords) {
            return std::nullopt;
        }
        numbers.push_back(first * kWords + second);
    }
    return numbers.empty() ? std::nullopt : std::optional{std::move(numbers)};
}

} // namespace wt
