#include "base/rate_limit.hpp"

#include "base/sodium.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace wt {

std::uint64_t RateLimit::shortened(std::string_view key)
{
    static auto const secret = [] {
        start_sodium();
        std::array<unsigned char, crypto_shorthash_KEYBYTES> bytes{};
        crypto_shorthash_keygen(bytes.data());
        return bytes;
    }();
    std::array<unsigned char, crypto_shorthash_BYTES> hash{};
    crypto_shorthash(
        hash.data(), reinterpret_cast<unsigned char const*>(key.data()), key.size(), secret.data());
    std::uint64_t number = 0;
    for (auto const byte : hash) {
        number = (number << 8U) | byte;
    }
    return number;
}

bool RateLimit::allow(std::string_view key, Instant now)
{
    std::scoped_lock const lock{mutex_};
    if (counts_.size() > tidy_at_) {
        std::erase_if(
            counts_, [&](auto const& entry) { return entry.second.since + window_ <= now; });
        // Where most are still counted, looking through them each time would cost too much.
        tidy_at_ = std::max(kTidyAt, 2 * counts_.size());
    }
    auto& count = counts_[shortened(key)];
    if (count.used == 0 || count.since + window_ <= now) {
        count = {now, 0};
    }
    return ++count.used <= limit_;
}

bool RateLimit::is_used_up(std::string_view key, Instant now)
{
    std::scoped_lock const lock{mutex_};
    auto const count = counts_.find(shortened(key));
    return count != counts_.end() && count->second.since + window_ > now &&
           count->second.used >= limit_;
}

} // namespace wt
