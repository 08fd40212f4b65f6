#include "scheme/answer.hpp"
#include "scheme/wording.hpp"

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
