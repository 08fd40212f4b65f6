#include "base/crypto.hpp"

#include "base/sodium.hpp"

#include <sodium.h>

#include <algorithm>

namespace wt {

namespace {

unsigned char const* bytes_of(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

} // namespace

SecretKey SecretKey::make_random()
{
    start_sodium();
    SecretKey key;
    randombytes_buf(key.bytes_.data(), key.bytes_.size());
    return key;
}

std::optional<SecretKey> SecretKey::find_from_text(std::string_view base64url)
{
    auto bytes = from_base64url(base64url);
    if (!bytes || bytes->size() != kBytes) {
        return std::nullopt;
    }
    SecretKey key;
    std::copy_n(bytes_of(std::string_view{*bytes}), kBytes, key.bytes_.begin());
    sodium_memzero(bytes->data(), bytes->size());
    return key;
}

SecretKey::~SecretKey()
{
    sodium_memzero(bytes_.data(), bytes_.size());
}

std::string SecretKey::to_text() const
{
    return to_base64url({reinterpret_cast<char const*>(bytes_.data()), bytes_.size()});
}

std::string seal(SecretKey const& key, std::string_view plain)
{
    start_sodium();
    std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), '\0');
    auto* const nonce = bytes_of(box);
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(
        nonce + crypto_secretbox_NONCEBYTES, bytes_of(plain), plain.size(), nonce, key.data());
    return to_base64url(box);
}

std::optional<std::string> open(SecretKey const& key, std::string_view sealed)
{
    constexpr std::size_t kOverhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    auto const box = from_base64url(sealed);
    if (!box || box->size() < kOverhead) {
        return std::nullopt;
    }
    std::string plain(box->size() - kOverhead, '\0');
    auto const* const nonce = bytes_of(std::string_view{*box});
    if (crypto_secretbox_open_easy(
            bytes_of(plain),
            nonce + crypto_secretbox_NONCEBYTES,
            box->size() - crypto_secretbox_NONCEBYTES,
            nonce,
            key.data()) != 0) {
        return std::nullopt;
    }
    return plain;
}

std::string keyed_hash(SecretKey const& key, std::string_view text)
{
    start_sodium();
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(
        bytes_of(hash), hash.size(), bytes_of(text), text.size(), key.data(), SecretKey::kBytes);
    return to_base64url(hash);
}

std::string checksum(std::string_view text)
{
    static auto const key = SecretKey::find_from_text(std::string(43, 'A')).value();
    return keyed_hash(key, text);
}

SecretKey derived_key(SecretKey const& key, std::string_view purpose)
{
    return SecretKey::find_from_text(keyed_hash(key, purpose)).value();
}

std::int64_t random_id()
{
    start_sodium();
    std::uint64_t bits = 0;
    randombytes_buf(&bits, sizeof bits);
    return static_cast<std::int64_t>((bits >> 11U) | 1U);
}

std::uint32_t random_below(std::uint32_t bound)
{
    start_sodium();
    return randombytes_uniform(bound);
}

std::string random_token()
{
    start_sodium();
    std::string bytes(20, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return to_base64url(bytes);
}

bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string to_base64url(std::string_view bytes)
{
    constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kVariant);
    text.pop_back(); // the terminating NUL that libsodium writes
    return text;
}

std::optional<std::string> from_base64url(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    char const* stop = nullptr;
    if (sodium_base642bin(
            bytes_of(bytes),
            bytes.size(),
            text.data(),
            text.size(),
            nullptr,
            &length,
            &stop,
            sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        stop != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

} // namespace wt
