#include "store/sqlite_writer.hpp"

#include <soci/sqlite3/soci-sqlite3.h>

#include <string>

namespace wt::store {

namespace {

/// Bounds on how long the first of a group waits for the others.
constexpr std::size_t kLargestGroup = 64;
constexpr std::chrono::milliseconds kOldestGroup{20};
/// How long a group stays open for the next one, while writers come in crowds.
constexpr std::chrono::microseconds kGathering{500};

/// SOCI's library hides the type information that the sanitizer would compare.
__attribute__((no_sanitize("vptr"))) sqlite_api::sqlite3* handle_of(soci::session& session)
{
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

} // namespace

bool SqliteWriter::takes_another() const
{
    return waiting_ > 0 && group_->members < kLargestGroup &&
           std::chrono::steady_clock::now() - group_->begun < kOldestGroup;
}

void SqliteWriter::run(char const* statement)
{
    using namespace sqlite_api;
    auto* const handle = handle_of(session_);
    int const status = sqlite3_exec(handle, statement, nullptr, nullptr, nullptr);
    if (status != SQLITE_OK) {
        throw soci::sqlite3_soci_error(
            std::string{statement} + ": " + sqlite3_errmsg(handle), status);
    }
}

bool SqliteWriter::violates_constraints()
{
    int violated = 0;
    int highest = 0;
    sqlite_api::sqlite3_db_status(
        handle_of(session_), SQLITE_DBSTATUS_DEFERRED_FKS, &violated, &highest, 0);
    return violated != 0;
}

void SqliteWriter::begin()
{
    std::unique_lock lock{mutex_};
    ++waiting_;
    arrival_.notify_one();
    turn_.wait(lock, [this] { return !is_busy_; });
    --waiting_;
    is_busy_ = true;
    try {
        if (!group_) {
            run("BEGIN IMMEDIATE");
            group_ = std::make_shared<Group>();
        }
        run("SAVEPOINT member");
    } catch (...) {
        if (group_) {
            end_group(lock, std::current_exception());
        } else {
            is_busy_ = false;
            turn_.notify_one();
        }
        throw;
    }
}

void SqliteWriter::commit()
{
    if (violates_constraints()) {
        roll_back();
        throw soci::sqlite3_soci_error("FOREIGN KEY constraint failed", SQLITE_CONSTRAINT);
    }
    std::exception_ptr failure;
    try {
        run("RELEASE member");
    } catch (...) {
        failure = std::current_exception(); // the database gave up the common transaction
    }
    std::unique_lock lock{mutex_};
    auto const group = group_;
    ++group->members;
    if (failure) {
        end_group(lock, failure);
    } else {
        hand_on(lock);
        over_.wait(lock, [&] { return group->is_over; });
    }
    if (group->failure) {
        std::rethrow_exception(group->failure);
    }
}

void SqliteWriter::roll_back() noexcept
{
    std::exception_ptr failure;
    try {
        run("ROLLBACK TO member; RELEASE member");
    } catch (...) {
        failure = std::current_exception();
    }
    std::unique_lock lock{mutex_};
    if (failure) {
        end_group(lock, failure);
    } else {
        hand_on(lock);
    }
}

/// To the next one in the same group, or to the end of the group.
void SqliteWriter::hand_on(std::unique_lock<std::mutex>& lock)
{
    if (waiting_ == 0 && last_members_ > 1) {
        arrival_.wait_for(lock, kGathering, [this] { return waiting_ > 0; });
    }
    if (takes_another()) {
        is_busy_ = false;
        turn_.notify_one();
    } else {
        end_group(lock, nullptr);
    }
}

void SqliteWriter::end_group(std::unique_lock<std::mutex>& lock, std::exception_ptr failure)
{
    lock.unlock(); // others may queue meanwhile
    if (!failure) {
        try {
            run("COMMIT");
        } catch (...) {
            failure = std::current_exception();
        }
    }
    if (failure) {
        try {
            run("ROLLBACK");
        } catch (...) {
            // Already rolled back by the database.
        }
    }
    lock.lock();
    group_->failure = failure;
    group_->is_over = true;
    last_members_ = group_->members;
    group_.reset();
    is_busy_ = false;
    over_.notify_all();
    turn_.notify_one();
}

} // namespace wt::store
