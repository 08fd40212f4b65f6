#include "cli/threads.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace wt::cli {

hotspots::ForEachPiece on_threads(unsigned threads)
{
    return [threads](std::size_t count, std::function<void(std::size_t)> const& piece) {
        std::atomic<std::size_t> next = 0;
        std::mutex mutex;
        std::exception_ptr failure;
        auto const work = [&] {
            try {
                for (auto i = next++; i < count; i = next++) {
                    piece(i);
                }
            } catch (...) {
                next = count;
                std::lock_guard const lock{mutex};
                failure = failure ? failure : std::current_exception();
            }
        };
        {
            std::vector<std::jthread> others;
            for (std::size_t i = 1; i < std::min<std::size_t>(threads, count); ++i) {
                others.emplace_back(work);
            }
            work();
        }
        if (failure) {
            std::rethrow_exception(failure);
        }
    };
}

} // namespace wt::cli
