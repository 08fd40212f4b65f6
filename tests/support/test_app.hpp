#pragma once

#include "app/app.hpp"
#include "support/test_db.hpp"

#include <memory>

namespace wt {

/// A whole installation for one test: an empty migrated database, fresh keys, a folder for its
/// data that is made when needed, and a clock that stands still until the test moves it.
class TestApp
{
public:
    explicit TestApp(store::Dialect dialect = store::Dialect::sqlite);
    ~TestApp();
    TestApp(TestApp const&) = delete;
    TestApp& operator=(TestApp const&) = delete;

    app::App& app() { return *app_; }
    store::Db& db() { return database_.db(); }
    /// What its keys are sealed with.
    [[nodiscard]] SecretKey const& master_key() const { return master_key_; }
    /// Another server of the same installation, whose clock is a week ahead.
    std::unique_ptr<app::App> a_week_later();

    /// Wednesday 2 December 2026, 12:00 UTC, unless moved.
    Instant now =
        Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2}} + std::chrono::hours{12};

private:
    SecretKey const master_key_ = SecretKey::make_random();
    TestDb database_;
    std::unique_ptr<app::App> app_;
};

/// A use case's test on every database.
class AppOnBothDatabases : public testing::TestWithParam<store::Dialect>
{
protected:
    TestApp test{GetParam()};
};

} // namespace wt
