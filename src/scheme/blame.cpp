#include "base/text.hpp"
#include "scheme/answer.hpp"

namespace wt {

namespace {

/// Advice to women, in words of one space between them, lower case, straight apostrophes, no other
/// punctuation. Whole words only: "avoid" does not match "unavoidable".
constexpr std::array<std::string_view, 55> kBlamingPhrases{
    "avoid",
    "avoid walking",
    "be alert",
    "be aware of your surroundings",
    "be careful",
    "be cautious",
    "be mindful",
    "be sensible",
    "be vigilant",
    "carry a personal alarm",
    "carry a rape alarm",
    "carry a torch",
    "carry a whistle",
    "carry an alarm",
    "change your route",
    "cover up",
    "don't walk alone",
    "do not walk alone",
    "don't go alone",
    "do not go alone",
    "don't go out",
    "do not go out",
    "don't wear",
    "do not wear",
    "don't travel alone",
    "do not travel alone",
    "dress appropriately",
    "drink less",
    "keep your phone",
    "keep your wits",
    "let someone know where you are",
    "never walk alone",
    "personal safety advice",
    "plan your journey",
    "plan your route",
    "plan ahead",
    "remain vigilant",
    "share your location",
    "stay alert",
    "stay at home",
    "stay home",
    "stay in groups",
    "stay indoors",
    "stay safe",
    "stay together",
    "stay vigilant",
    "stick together",
    "stick to well lit",
    "take a different route",
    "take a taxi",
    "take care",
    "trust your instincts",
    "walk in groups",
    "walk with a friend",
    "women should",
};

bool is_word_character(unsigned char c)
{
    return c == '\'' || c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// One space before, between and after the words, so that a phrase is found by its edges.
std::string as_words(std::string_view sentence)
{
    constexpr std::array<std::string_view, 2> kApostrophes{"\u2019", "\u02BC"};
    constexpr std::array<std::string_view, 5> kSeparators{
        "\u00A0", "\u2013", "\u2014", "\u201C", "\u201D"};
    auto const replace = [](std::string& text, std::string_view from, std::string_view to) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
            text.replace(at, from.size(), to);
            at += to.size();
        }
    };
    std::string text = to_lower(sentence);
    for (auto const apostrophe : kApostrophes) {
        replace(text, apostrophe, "'");
    }
    for (auto const separator : kSeparators) {
        replace(text, separator, " ");
    }
    std::string words{' '};
    for (char const c : text) {
        if (is_word_character(static_cast<unsigned char>(c))) {
            words += c;
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words.back() == ' ' ? words : words + ' ';
}

} // namespace

std::optional<std::string_view> find_blaming_phrase(std::string_view sentence)
{
    auto const words = as_words(sentence);
    for (auto const phrase : kBlamingPhrases) {
        if (words.find(' ' + std::string{phrase} + ' ') != std::string::npos) {
            return phrase;
        }
    }
    return std::nullopt;
}

} // namespace wt
