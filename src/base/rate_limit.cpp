#include "base/rate_limit.hpp"

#include <algorithm>

namespace wt {

bool RateLimit::allow(std::string_view key, Instant now)
{
    std::scoped_lock const lock{mutex_};
    if (counts_.size() > tidy_at_) {
        std::erase_if(
            counts_, [&](auto const& entry) { return entry.second.since + window_ <= now; });
        // Where most are still counted, looking through them each time would cost too much.
        tidy_at_ = std::max(kTidyAt, 2 * counts_.size());
    }
    auto& count = counts_[std::string{key}];
    if (count.used == 0 || count.since + window_ <= now) {
        count = {now, 0};
    }
    return ++count.used <= limit_;
}

} // namespace wt
