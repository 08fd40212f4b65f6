#pragma once

#include "base/time.hpp"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <unordered_map>

namespace wt {

/// Lets each key act `limit` times in a fixed window of time, then no more until it ends. Kept in
/// memory only; safe to call from many threads.
class RateLimit
{
public:
    RateLimit(int limit, std::chrono::milliseconds window) : limit_{limit}, window_{window} {}

    /// Counts one attempt. \returns false if the key has used up its window.
    bool allow(std::string_view key, Instant now);

    /// Whether the next attempt would be refused. Counts nothing.
    bool is_used_up(std::string_view key, Instant now);

private:
    struct Count
    {
        Instant since;
        int used = 0;
    };

    static constexpr std::size_t kTidyAt = 10'000;

    /// Of a fixed length, whatever is sent to us as a key.
    static std::uint64_t shortened(std::string_view key);

    int limit_;
    std::chrono::milliseconds window_;
    std::mutex mutex_;
    std::unordered_map<std::uint64_t, Count> counts_;
    std::size_t tidy_at_ = kTidyAt;
};

} // namespace wt
