#include "app/second_factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <liboath/oath.h>
#include <memory>
#include <stdexcept>

namespace wt::app {

namespace {

constexpr std::chrono::seconds kStep{30};
constexpr unsigned kDigits = 6;
constexpr std::size_t kSecretBytes = 20;

void start_oath()
{
    static int const started = oath_init();
    if (started != OATH_OK) {
        throw std::runtime_error{"cannot start the one-time password library"};
    }
}

std::string base32(std::string_view bytes)
{
    char* text = nullptr;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, nullptr) != OATH_OK) {
        throw std::runtime_error{"cannot encode a secret"};
    }
    std::unique_ptr<char, decltype(&std::free)> const owner{text, &std::free};
    std::string encoded{text};
    encoded.erase(std::remove(encoded.begin(), encoded.end(), '='), encoded.end());
    return encoded;
}

/// For a part of a URI (RFC 3986 2.3).
std::string percent_encoded(std::string_view text)
{
    std::string encoded;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_')) {
            encoded += c;
        } else {
            encoded += fmt::format("%{:02X}", byte);
        }
    }
    return encoded;
}

} // namespace

std::string second_factor_secret(SecretKey const& key, std::string_view invitation_token)
{
    auto const hash = keyed_hash(derived_key(key, "second factor"), invitation_token);
    return from_base64url(hash).value().substr(0, kSecretBytes);
}

std::string readable_secret(std::string_view secret)
{
    std::string readable;
    for (auto const c : base32(secret)) {
        readable += readable.size() % 5 == 4 ? fmt::format(" {}", c) : std::string{c};
    }
    return readable;
}

std::string
second_factor_uri(std::string_view secret, std::string_view issuer, std::string_view account)
{
    return fmt::format(
        "otpauth://totp/{0}:{1}?secret={2}&issuer={0}",
        percent_encoded(issuer),
        percent_encoded(account),
        base32(secret));
}

std::string second_factor_code(std::string_view secret, std::int64_t step)
{
    start_oath();
    std::array<char, kDigits + 1> code{};
    int const result = oath_hotp_generate(
        secret.data(),
        secret.size(),
        static_cast<std::uint64_t>(step),
        kDigits,
        false,
        OATH_HOTP_DYNAMIC_TRUNCATION,
        code.data());
    if (result != OATH_OK) {
        throw std::runtime_error{"cannot compute a one-time password"};
    }
    return code.data();
}

std::optional<std::int64_t>
find_second_factor_step(std::string_view secret, std::string_view typed, Instant now)
{
    std::string code{typed};
    std::erase_if(code, [](unsigned char c) { return std::isspace(c) != 0; });
    auto const current = now.time_since_epoch() / kStep;
    std::optional<std::int64_t> found;
    for (std::int64_t const step : {current - 1, current, current + 1}) {
        // All three are compared, so that the time says nothing about which one fits.
        if (equal_in_constant_time(second_factor_code(secret, step), code)) {
            found = step;
        }
    }
    return found;
}

} // namespace wt::app
