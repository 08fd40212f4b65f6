#include "scheme/wording.hpp"

#include "base/text.hpp"

#include <array>

namespace wt {

namespace {

bool is_word_character(unsigned char c)
{
    return c == '\'' || c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

void replace(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        text.replace(at, from.size(), to);
    }
}

std::string without_possessives(std::string words)
{
    replace(words, "'s ", " ");
    return words;
}

} // namespace

std::string as_words(std::string_view text)
{
    constexpr std::array<std::string_view, 3> kApostrophes{"\u2019", "\u2018", "\u02BC"};
    constexpr std::array<std::string_view, 6> kSeparators{
        "\u00A0", "\u2013", "\u2014", "\u201C", "\u201D", "\u2026"};
    auto lower = to_lower(text);
    for (auto const apostrophe : kApostrophes) {
        replace(lower, apostrophe, "'");
    }
    for (auto const separator : kSeparators) {
        replace(lower, separator, " ");
    }
    std::string words{' '};
    for (char const c : lower) {
        if (is_word_character(static_cast<unsigned char>(c))) {
            words += c;
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    if (words.back() != ' ') {
        words += ' ';
    }
    replace(words, " '", " "); // quotation marks
    replace(words, "' ", " ");
    return words;
}

bool names(std::string_view sentence, std::string_view name)
{
    auto const wanted = without_possessives(as_words(name));
    return wanted.size() > 1 &&
           without_possessives(as_words(sentence)).find(wanted) != std::string::npos;
}

} // namespace wt
