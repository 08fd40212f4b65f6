#include "base/time.hpp"

namespace wt {

Instant system_now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace wt
