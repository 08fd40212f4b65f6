#include "base/password.hpp"

#include "base/refusal.hpp"
#include "base/sodium.hpp"
#include "base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <new>
#include <semaphore>
#include <stdexcept>

namespace wt {

namespace {

constexpr std::size_t kMemory = 19U << 20U;
constexpr unsigned long long kPasses = 2;
constexpr std::chrono::seconds kPatience{2};

/// The most frequent words of leaked passwords that are, repeated or with something before or
/// after them, twelve characters long; and what people here would think of first.
constexpr std::array<std::string_view, 40> kCommonWords{
    "password",    "passw0rd",      "p@ssword",  "p@ssw0rd",    "passwort",  "qwerty",
    "qwertyuiop",  "asdfghjkl",     "zxcvbnm",   "letmein",     "welcome",   "iloveyou",
    "admin",       "administrator", "football",  "baseball",    "liverpool", "arsenal",
    "chelsea",     "sunshine",      "princess",  "dragon",      "monkey",    "superman",
    "batman",      "master",        "changeme",  "secret",      "trustno",   "whatever",
    "starwars",    "abc",           "london",    "police",      "metpolice", "walktalk",
    "walkandtalk", "officer",       "constable", "metropolitan"};

/// A place among the hashes that are computed at once.
class Place
{
public:
    Place()
    {
        if (!places().try_acquire_for(kPatience)) {
            throw Refusal{
                Refusal::too_many,
                N_("Many people are signing in at this moment. Please try again in a minute.")};
        }
    }
    ~Place() { places().release(); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;

private:
    static std::counting_semaphore<2>& places()
    {
        static std::counting_semaphore<2> semaphore{2};
        return semaphore;
    }
};

/// True if `text` is one piece again and again: "xyxyxy", "111111111111".
bool is_repetition(std::string_view text)
{
    for (std::size_t length = 1; length <= text.size() / 3; ++length) {
        auto const shifted = text.substr(length);
        if (text.starts_with(shifted)) {
            return true;
        }
    }
    return false;
}

/// True if each character follows the one before it, up or down: "123456789012", "abcdefghijkl".
bool is_sequence(std::string_view text)
{
    auto const steps_by = [&](int step) {
        return std::ranges::adjacent_find(text, [&](char a, char b) {
                   return b - a != step && !(a == '9' && b == '0') && !(a == '0' && b == '9');
               }) == text.end();
    };
    return steps_by(1) || steps_by(-1);
}

} // namespace

std::string hash_password(std::string_view password)
{
    start_sodium();
    Place const place;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), kPasses, kMemory) != 0) {
        throw std::bad_alloc{};
    }
    return hash.data();
}

bool is_password(std::string_view hash, std::string_view password)
{
    start_sodium();
    // Made once, from bytes that nobody knows: what a name that does not exist is checked against.
    static std::string const kNobody = [] {
        std::array<char, 32> bytes{};
        randombytes_buf(bytes.data(), bytes.size());
        return hash_password({bytes.data(), bytes.size()});
    }();
    std::string const against{hash.empty() ? kNobody : hash};
    Place const place;
    bool const fits =
        crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

bool is_common_password(std::string_view password)
{
    auto const lower = to_lower(password);
    std::string_view core{lower};
    auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
    while (!core.empty() && !is_letter(core.front())) {
        core.remove_prefix(1);
    }
    while (!core.empty() && !is_letter(core.back())) {
        core.remove_suffix(1);
    }
    if (core.empty() || is_repetition(lower) || is_sequence(lower)) {
        return true;
    }
    return std::ranges::any_of(kCommonWords, [&](std::string_view word) {
        return core == word || core == std::string{word} + std::string{word};
    });
}

} // namespace wt
