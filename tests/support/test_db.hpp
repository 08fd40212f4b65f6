#pragma once

#include "store/db.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace wt {

/// A migrated database of its own for one test, gone afterwards. A copy of a template that is
/// migrated once per program, so that a test pays milliseconds.
class TestDb
{
public:
    explicit TestDb(store::Dialect dialect = store::Dialect::sqlite, std::size_t readers = 2);
    ~TestDb();
    TestDb(TestDb const&) = delete;
    TestDb& operator=(TestDb const&) = delete;

    [[nodiscard]] store::Db& db() { return *db_; }
    [[nodiscard]] std::string const& url() const { return url_; }
    /// Closes every connection and opens the database again, as a restart would.
    void reopen();

private:
    store::Dialect dialect_;
    std::string name_;
    std::string url_;
    std::size_t readers_;
    std::unique_ptr<store::Db> db_;
};

/// The databases that tests run on: SQLite always, PostgreSQL where WALKTALK_TEST_POSTGRES gives
/// the address of a server on which databases may be made.
std::vector<store::Dialect> list_test_dialects();

std::string name_of(testing::TestParamInfo<store::Dialect> const& info);

/// A test that runs on every database; `test` is the database.
class OnBothDatabases : public testing::TestWithParam<store::Dialect>
{
protected:
    TestDb test{GetParam()};
};

} // namespace wt

#define WT_ON_BOTH_DATABASES(Suite)                                                                \
    INSTANTIATE_TEST_SUITE_P(, Suite, testing::ValuesIn(wt::list_test_dialects()), wt::name_of)
