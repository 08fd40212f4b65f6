#include "streets/name_fold.hpp"

namespace wt::streets {
namespace {

/// The base letters of U+00C0 … U+017F.
constexpr std::string_view kBaseLetters =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrr"
    "ssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kBaseLetters.size() == 0x180 - 0xC0);

bool is_apostrophe(std::string_view rest)
{
    return rest.starts_with('\'') || rest.starts_with("\u2019") || rest.starts_with("\u2018");
}

char folded_ascii(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return static_cast<char>(c - 'A' + 'a');
    }
    bool const is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    return is_plain ? c : ' ';
}

} // namespace

std::string folded(std::string_view name)
{
    std::string result;
    auto const add = [&](char c) {
        if (c != ' ' || (!result.empty() && result.back() != ' ')) {
            result += c;
        }
    };
    for (std::size_t i = 0; i < name.size();) {
        auto const lead = static_cast<unsigned char>(name[i]);
        if (is_apostrophe(name.substr(i))) {
            i += lead < 0x80 ? 1 : 3;
        } else if (lead < 0x80) {
            add(folded_ascii(name[i++]));
        } else if (lead >= 0xC3 && lead <= 0xC5 && i + 1 < name.size()) {
            auto const low = static_cast<unsigned char>(name[i + 1]) & 0x3FU;
            add(kBaseLetters[(((lead & 0x1FU) << 6U) | low) - 0xC0U]);
            i += 2;
        } else {
            result += name[i++];
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

} // namespace wt::streets
