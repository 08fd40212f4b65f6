#include "app/ordered_id.hpp"

#include "base/crypto.hpp"

#include <algorithm>
#include <mutex>

namespace wt::app {

std::int64_t ordered_id(Instant now)
{
    constexpr int kRandomBits = 22;
    constexpr Instant kBeginning{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}};
    auto const milliseconds = (now - kBeginning) / std::chrono::milliseconds{1};
    auto const fresh = (std::int64_t{milliseconds} << kRandomBits) |
                       std::int64_t{random_below(std::uint32_t{1} << kRandomBits)};
    static std::mutex mutex;
    static std::int64_t last = 0;
    std::scoped_lock const lock{mutex};
    last = std::max(fresh, last + 1);
    return last;
}

} // namespace wt::app
