#include "app/help_lines.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace wt::app {
namespace {

constexpr Person kAdministrator{.role = Role::administrator};

class HelpLines : public AppOnBothDatabases
{
protected:
    ImportResult import(std::string const& rows)
    {
        std::istringstream file{"name,number,about,address,first,children\n" + rows};
        return import_help_lines(test.app(), kAdministrator, file);
    }
};
WT_ON_BOTH_DATABASES(HelpLines);

TEST_P(HelpLines, AreThoseOfTheProgramUntilTheForceHasItsOwn)
{
    EXPECT_TRUE(test.app().help_lines()->front().is_first);
    auto const result =
        import("Barnlinjen,116 111,For children.,,no,yes\n"
               "Kvinnofrid,020 505050,Abuse at home.,https://kvinnofrid.se/,yes,\n");
    EXPECT_EQ(result.added, 2U);
    auto const lines = test.app().help_lines();
    ASSERT_EQ(lines->size(), 2U);
    EXPECT_EQ(lines->front().name, "Kvinnofrid"); // domestic abuse first, whatever the file says
    EXPECT_TRUE(lines->back().for_children);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'manage_help_lines'"), 1);
}

TEST_P(HelpLines, WithFaultsNothingIsImportedAndAllAreSaid)
{
    auto const result = import("A,call me,Who,,perhaps,\n,020,,http://x,no,\n");
    EXPECT_EQ(result.faults.size(), 6U);
    EXPECT_EQ(count_rows(test, "help_line"), 0);
    EXPECT_EQ(import("A,020,Who,,no,\n").faults.size(), 1U); // none is first
}

TEST_P(HelpLines, AreTheAdministratorsToChange)
{
    std::istringstream file{"name,number,about,address,first\n"};
    EXPECT_THROW(import_help_lines(test.app(), kSouthDesk, file), Refusal);
}

} // namespace
} // namespace wt::app
