#pragma once

#include <soci/soci.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>

namespace wt::store {

/// The one connection that writes to SQLite, and who may use it when. Writers take turns in order
/// of the lock, and those that wait for each other share one commit to the disk (group commit):
/// each is a savepoint of its own in a common transaction, and none returns from `commit` before
/// the common one is durable. If that fails, all of them fail; nothing was acknowledged.
class SqliteWriter
{
public:
    [[nodiscard]] soci::session& session() noexcept { return session_; }

    /// Waits for its turn and begins. The caller is the only one to use the session until it
    /// commits or rolls back. \throws std::exception if the database cannot be written to
    void begin();

    /// Makes the caller's changes durable. Deferred constraints are checked here.
    /// \throws std::exception if they are not; all of them are undone then
    void commit();

    /// Undoes the caller's changes alone.
    void roll_back() noexcept;

private:
    /// The transactions that become durable together.
    struct Group
    {
        std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
        std::size_t members = 0; ///< that wait in `commit`
        bool is_over = false;
        std::exception_ptr failure;
    };

    [[nodiscard]] bool takes_another() const;
    void run(char const* statement);
    [[nodiscard]] bool violates_constraints();
    void hand_on(std::unique_lock<std::mutex>& lock);
    void end_group(std::unique_lock<std::mutex>& lock, std::exception_ptr failure);

    soci::session session_;
    std::mutex mutex_;
    std::condition_variable turn_;
    std::condition_variable over_;
    std::condition_variable arrival_;
    std::size_t waiting_ = 0; ///< in `begin`
    bool is_busy_ = false;
    std::shared_ptr<Group> group_;
    std::size_t last_members_ = 0; ///< of the group before
};

} // namespace wt::store
