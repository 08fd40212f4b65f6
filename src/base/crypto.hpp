#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wt {

/// 32 secret bytes, wiped when they go out of use.
class SecretKey
{
public:
    static constexpr std::size_t kBytes = 32;

    /// Fresh from the system's random source.
    static SecretKey make_random();
    /// From base64url without padding; nothing unless it is exactly 32 bytes.
    static std::optional<SecretKey> find_from_text(std::string_view base64url);

    SecretKey(SecretKey const&) = default;
    SecretKey& operator=(SecretKey const&) = default;
    ~SecretKey();

    [[nodiscard]] std::uint8_t const* data() const noexcept { return bytes_.data(); }
    /// base64url without padding: 43 characters.
    [[nodiscard]] std::string to_text() const;

private:
    SecretKey() = default;

    std::array<std::uint8_t, kBytes> bytes_{};
};

/// Encrypts and authenticates (XSalsa20-Poly1305, libsodium secretbox, random nonce).
/// \returns base64url text, 54 characters longer than 4/3 of the input.
std::string seal(SecretKey const& key, std::string_view plain);

/// The inverse; nothing if the text was not sealed with this key or has been changed.
std::optional<std::string> open(SecretKey const& key, std::string_view sealed);

/// BLAKE2b of `text` under `key`, 32 bytes as base64url: equal inputs give equal outputs, and
/// nobody without the key can guess inputs.
std::string keyed_hash(SecretKey const& key, std::string_view text);

/// BLAKE2b of `text` as base64url, 43 characters: recognises a change; anybody can compute it.
std::string checksum(std::string_view text);

/// A key of its own for one purpose, derived from `key` (BLAKE2b keyed with it over the name).
SecretKey derived_key(SecretKey const& key, std::string_view purpose);

/// Uniform random id, 1..2^53-1: exact in every program that reads numbers as doubles.
std::int64_t random_id();

/// Uniform in [0, bound), bound > 0, from the system's random source.
std::uint32_t random_below(std::uint32_t bound);

/// An unguessable text for a link: 20 random bytes, 27 base64url characters.
std::string random_token();

/// True if equal; takes as long for every pair of the same length.
bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept;

std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

} // namespace wt
