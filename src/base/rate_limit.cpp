#include "base/rate_limit.hpp"

namespace wt {

bool RateLimit::allow(std::string_view key, Instant now)
{
    constexpr std::size_t kTidyAt = 10'000;
    std::scoped_lock const lock{mutex_};
    if (counts_.size() > kTidyAt) {
        std::erase_if(
            counts_, [&](auto const& entry) { return entry.second.since + window_ <= now; });
    }
    auto& count = counts_[std::string{key}];
    if (count.used == 0 || count.since + window_ <= now) {
        count = {now, 0};
    }
    return ++count.used <= limit_;
}

} // namespace wt
