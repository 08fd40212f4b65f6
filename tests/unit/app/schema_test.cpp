#include "app/schema.hpp"
#include "store/sql.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

class SchemaTest : public AppOnBothDatabases
{
};
WT_ON_BOTH_DATABASES(SchemaTest);

TEST_P(SchemaTest, AnswersWhileTheDatabaseIsThisProgramsOne)
{
    EXPECT_TRUE(answers(test.app()));
    store::Transaction tx{test.db()};
    store::execute(tx, "DELETE FROM schema_migration WHERE name = '0001_force.sql'");
    tx.commit();
    EXPECT_FALSE(answers(test.app()));
}

} // namespace
} // namespace wt::app
