#pragma once

#include "notify/channel.hpp"

#include <atomic>
#include <mutex>
#include <vector>

namespace wt {

/// Keeps what is sent, or refuses it.
class KeepingChannel : public notify::Channel
{
public:
    void send(notify::Mail const& mail) override
    {
        std::scoped_lock const lock{mutex_};
        if (refuses) {
            throw notify::SendError{"refused (450)"};
        }
        sent.push_back(mail);
    }

    std::atomic<bool> refuses = false;
    std::vector<notify::Mail> sent;

private:
    std::mutex mutex_;
};

} // namespace wt
