#include "app/partners.hpp"
#include "app/receive_report.hpp"
#include "base/refusal.hpp"
#include "support/given.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"
#include "support/given_streets.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

/// A partner that sends what it was told about Camberwell Road.
class ReceiveReport : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_force(test);
        given_streets(test);
        sender = {.role = Role::partner, .id = given_partner(test).value};
    }
    std::string receive(Report report)
    {
        report.place = kCamberwell;
        return receive_report(test.app(), sender, report);
    }
    void given_reports(int count)
    {
        for (int i = 0; i < count; ++i) {
            receive({.category = Category::path});
        }
        test.now += std::chrono::days{7}; // public from the next Monday on
    }

    Person sender;
};
WT_ON_BOTH_DATABASES(ReceiveReport);

TEST_P(ReceiveReport, IsAConcernAndAudited)
{
    receive({.category = Category::lighting, .severity = 2, .felt = FeltWhen::dark});
    EXPECT_EQ(
        count_rows(
            test,
            "concern WHERE source = 'report' AND category = 'lighting' AND severity = 2 "
            "AND felt = 'dark' AND street = 'Camberwell Road'"),
        1);
    EXPECT_EQ(
        count_rows(test, "audit WHERE action = 'receive_report' AND actor_kind = 'partner'"), 1);
}

TEST_P(ReceiveReport, TheSameNumberOfTheSenderIsTakenOnce)
{
    auto const token = receive({.category = Category::path, .external_id = "A/7"});
    EXPECT_EQ(receive({.category = Category::path, .external_id = "A/7"}), token);
    EXPECT_THROW(receive({.category = Category::lighting, .external_id = "A/7"}), Refusal);
    EXPECT_NE(receive({.category = Category::path, .external_id = "A/8"}), token);
    EXPECT_EQ(count_rows(test, "concern"), 2);
}

TEST_P(ReceiveReport, OutsideTheAreaOrWithoutSenseIsRefused)
{
    EXPECT_THROW(receive_report(test.app(), sender, {.place = kParis}), Refusal);
    EXPECT_THROW(receive({.severity = 4}), Refusal);
    EXPECT_THROW(receive_report(test.app(), kVisitor, {.severity = 9}), Refusal);
    EXPECT_EQ(count_rows(test, "concern"), 0);
}

TEST_P(ReceiveReport, ItsNumberIsGivenOnceItMayBeListed)
{
    auto const token = receive({.category = Category::path});
    EXPECT_FALSE(find_received_report(test.app(), token).value().number.has_value());
    given_reports(3);
    EXPECT_FALSE(find_received_report(test.app(), token).value().number.has_value());
    given_reports(1);
    EXPECT_TRUE(find_received_report(test.app(), token).value().number.has_value());
}

TEST_P(ReceiveReport, NoOtherClientIdIsAToken)
{
    record_concern(
        test.app(),
        kVisitor,
        {.client_id = "from-the-page", .digest = "d", .category = Category::path},
        kCamberwell);
    EXPECT_FALSE(find_received_report(test.app(), "from-the-page").has_value());
    EXPECT_FALSE(find_received_report(test.app(), "o311-nothing").has_value());
}

} // namespace
} // namespace wt::app
