#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wt::web {

/// Threads that run tasks in the order they came. The queue is bounded, so that a flood is turned
/// away at once instead of being served too late.
class WorkerPool
{
public:
    using Task = std::function<void()>;

    WorkerPool(std::size_t threads, std::size_t queue_limit);
    ~WorkerPool() { stop(); }
    WorkerPool(WorkerPool const&) = delete;
    WorkerPool& operator=(WorkerPool const&) = delete;

    /// \pre `task` does not throw
    /// \returns false if the queue is full or the pool stops
    [[nodiscard]] bool submit(Task task);

    /// Runs what was taken to its end and takes nothing more.
    void stop();

private:
    void run();

    std::size_t queue_limit_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> queue_;
    bool is_stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace wt::web
