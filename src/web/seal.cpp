#include "web/seal.hpp"

#include <sodium.h>

#include <cstring>
#include <new>
#include <stdexcept>

namespace wt::web {

namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kTime = sizeof(std::int64_t);

unsigned char const* bytes_of(std::string_view text)
{
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

void require_sodium()
{
    if (sodium_init() < 0) {
        throw std::runtime_error{"libsodium cannot start"};
    }
}

} // namespace

Sealer::Sealer(Key const& key) : key_{key}
{
    require_sodium();
}

Sealer::~Sealer()
{
    sodium_memzero(key_.data(), key_.size());
}

Sealer::Key Sealer::random_key()
{
    require_sodium();
    Key key{};
    randombytes_buf(key.data(), key.size());
    return key;
}

std::string Sealer::seal(std::string_view text, std::string_view purpose, Instant until) const
{
    std::int64_t const limit = to_milliseconds(until);
    std::string plain(kTime, '\0');
    std::memcpy(plain.data(), &limit, kTime);
    plain += text;

    std::string sealed(kNonce + plain.size() + kTag, '\0');
    auto* const nonce = bytes_of(sealed);
    randombytes_buf(nonce, kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        nonce + kNonce,
        nullptr,
        bytes_of(plain),
        plain.size(),
        bytes_of(purpose),
        purpose.size(),
        nullptr,
        nonce,
        key_.data());

    std::string encoded(sodium_base64_encoded_len(sealed.size(), kVariant), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), bytes_of(sealed), sealed.size(), kVariant);
    encoded.pop_back(); // the C string's end
    return encoded;
}

std::optional<std::string>
Sealer::open(std::string_view sealed, std::string_view purpose, Instant now) const
{
    std::string raw(sealed.size(), '\0');
    std::size_t size = 0;
    char const* end = nullptr;
    bool const is_base64 = sodium_base642bin(
                               bytes_of(raw),
                               raw.size(),
                               sealed.data(),
                               sealed.size(),
                               nullptr,
                               &size,
                               &end,
                               kVariant) == 0 &&
                           end == sealed.data() + sealed.size();
    if (!is_base64 || size < kNonce + kTag + kTime) {
        return std::nullopt;
    }
    std::string plain(size - kNonce - kTag, '\0');
    auto const* const nonce = bytes_of(std::string_view{raw});
    bool const is_ours = crypto_aead_xchacha20poly1305_ietf_decrypt(
                             bytes_of(plain),
                             nullptr,
                             nullptr,
                             nonce + kNonce,
                             size - kNonce,
                             bytes_of(purpose),
                             purpose.size(),
                             nonce,
                             key_.data()) == 0;
    std::int64_t limit = 0;
    std::memcpy(&limit, plain.data(), kTime);
    if (!is_ours || limit < to_milliseconds(now)) {
        return std::nullopt;
    }
    return plain.substr(kTime);
}

} // namespace wt::web
