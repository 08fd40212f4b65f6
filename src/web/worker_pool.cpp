#include "web/worker_pool.hpp"

#include <cassert>

namespace wt::web {

WorkerPool::WorkerPool(std::size_t threads, std::size_t queue_limit) : queue_limit_{queue_limit}
{
    assert(threads > 0);
    for (std::size_t i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { run(); });
    }
}

void WorkerPool::stop()
{
    {
        std::scoped_lock const lock{mutex_};
        is_stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) {
        thread.join();
    }
    threads_.clear();
}

bool WorkerPool::submit(Task task)
{
    {
        std::scoped_lock const lock{mutex_};
        if (queue_.size() >= queue_limit_ || is_stopping_) {
            return false;
        }
        queue_.push_back(std::move(task));
    }
    wake_.notify_one();
    return true;
}

void WorkerPool::run()
{
    while (true) {
        Task task;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return is_stopping_ || !queue_.empty(); });
            if (queue_.empty()) {
                return;
            }
            task = std::move(queue_.front());
            queue_.pop_front();
        }
        task();
    }
}

} // namespace wt::web
