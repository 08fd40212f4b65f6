#include "app/partners.hpp"
#include "app/receive_report.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace wt::app {
namespace {

class Partners : public AppOnBothDatabases
{
protected:
    Partners() { given_walk_with_two_women(test); }

    ImportResult import(std::string const& csv)
    {
        std::istringstream file{csv};
        return import_partners(test.app(), kPartnerKeeper, file);
    }
};
WT_ON_BOTH_DATABASES(Partners);

TEST_P(Partners, KeepTheirAddressSealed)
{
    given_partner(test);
    auto const stored = list_partners(test.app(), kPartnerKeeper).at(0);
    EXPECT_EQ(stored.sealed.find("lamps@"), std::string::npos);
    EXPECT_EQ(open_contact(test.app(), stored).email, "lamps@example.org");
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'manage_partners'"), 1);
    EXPECT_THROW(list_partners(test.app(), kSouthDesk), Refusal);
}

TEST_P(Partners, AllThatIsWrongIsToldAtOnceBesideItsField)
{
    auto const errors = check_partner(
        test.app(),
        {.name = "",
         .kind = "lamps",
         .email = "nobody",
         .services = "lamps",
         .bcus = "S X Y",
         .wards = "nowhere",
         .endpoint = "ftp://x"});
    std::string fields;
    for (auto const& error : errors.list()) {
        fields += error.field + " ";
    }
    EXPECT_EQ(fields, "name kind email services open311 bcus wards ");
    EXPECT_TRUE(check_partner(test.app(), {.name = "City Lamps", .kind = "lighting"}).empty());
}

TEST_P(Partners, AreImportedByNameAllOrNothing)
{
    std::string const good = "name,kind,email,services,bcus,open311,api_key\n"
                             "City Lamps,lighting,Lamps@example.org,lighting:L1,S N,,\n"
                             "A park,parks,,,,https://park.example/v2,k\n";
    EXPECT_EQ(import(good).added, 2U);
    EXPECT_EQ(import(good).unchanged, 2U);
    EXPECT_EQ(import("name,kind,email\nA park,parks,park@example.org\n").changed, 1U);
    auto const stored = list_partners(test.app(), kPartnerKeeper);
    ASSERT_EQ(stored.size(), 2U);
    EXPECT_EQ(stored[0].endpoint, "");
    EXPECT_EQ(stored[1].reach.bcus, (std::vector<std::string>{"S", "N"}));

    auto const faults = import("name,kind,email,services,bcus,open311\n"
                               "A,lighting,,,,\n"
                               "B,lamps,,,,\n"
                               "C,other,nobody,,,\n"
                               "D,other,,lamps,,\n"
                               "E,other,,,X,\n"
                               "F,other,,,,ftp://x\n")
                            .faults;
    EXPECT_EQ(faults.size(), 5U);
    EXPECT_EQ(list_partners(test.app(), kPartnerKeeper).size(), 2U);
}

TEST_P(Partners, AreKnownByTheirKeyUntilItIsTakenAway)
{
    auto const id = given_partner(test);
    auto const first = make_partner_key(test.app(), kPartnerKeeper, "City Lamps");
    EXPECT_EQ(find_reporter(test.app(), first).value().id, id.value);
    auto const second = make_partner_key(test.app(), kPartnerKeeper, "City Lamps");
    EXPECT_FALSE(find_reporter(test.app(), first).has_value());
    EXPECT_TRUE(find_reporter(test.app(), second).has_value());
    EXPECT_EQ(count_rows(test, "partner WHERE key_hash = '" + second + "'"), 0);
    revoke_partner_key(test.app(), kPartnerKeeper, "City Lamps");
    EXPECT_FALSE(find_reporter(test.app(), second).has_value());
    EXPECT_THROW(make_partner_key(test.app(), kPartnerKeeper, "Nobody"), Refusal);
}

} // namespace
} // namespace wt::app
