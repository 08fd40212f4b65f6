#include "app/answer_concern.hpp"
#include "app/complain.hpp"
#include "app/oversight.hpp"
#include "app/partners.hpp"
#include "app/record_disclosure.hpp"
#include "base/refusal.hpp"
#include "store/concerns.hpp"
#include "store/disclosures.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"
#include "support/given_partners.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

constexpr Person kOversight{.role = Role::oversight, .id = 9};

class OversightTest : public AppOnBothDatabases
{
protected:
    OversightTest()
    {
        given_walk_with_two_women(test);
        test.app().reload();
    }

    UnitOverview south() { return see_overview(test.app(), kOversight).units.at(1); }
    ConfidentialCounts counts() { return count_confidential(test.app(), kOversight); }

    void given_disclosures(int count)
    {
        store::Transaction tx{test.db()};
        for (int i = 0; i < count; ++i) {
            auto const id = random_id();
            store::insert_disclosure(
                tx,
                {.id = {id},
                 .state = DisclosureState::unread,
                 .version = 1,
                 .client_id = std::to_string(id),
                 .sealed = seal_facts(test.app(), {.spoken_at = test.now})});
        }
        tx.commit();
    }
    void given_complaint(std::string const& client_id)
    {
        complain(
            test.app(),
            kVisitor,
            {.client_id = client_id,
             .recipient = ComplaintRecipient::watchdog,
             .facts = {.matters = {ComplaintMatter::failed}, .words = "Nobody came.", .about = {}}},
            nullptr);
    }
};
WT_ON_BOTH_DATABASES(OversightTest);

TEST_P(OversightTest, ShowsHowTheConcernsOfEachUnitStand)
{
    given_passers_by(test, 3, given_place());
    EXPECT_EQ(south().name, "South");
    EXPECT_EQ(south().waiting, 3);
    EXPECT_EQ(south().late + south().very_late, 0);
    test.now += 120 * 24h;
    EXPECT_EQ(south().very_late, 3);
    EXPECT_EQ(see_overview(test.app(), kOversight).units.at(0).waiting, 0) << "North";
}

TEST_P(OversightTest, CountsWhatPartnersHaveAndWhatCouldNotBeSent)
{
    auto const partner = given_partner(test);
    given_passers_by(test, 1, given_place());
    store::Reading reading{test.db()};
    auto const concern = store::list_concerns(reading, store::ConcernQuery{}).at(0);
    answer_concern(
        test.app(),
        kSouthDesk,
        concern.id,
        concern.version,
        {AnswerKind::referred, "We passed this to those who look after it.", ""},
        {.partner = partner});
    EXPECT_EQ(south().waiting, 0);
    EXPECT_EQ(south().with_partners, 1);
    EXPECT_EQ(south().unsent, 0);
    {
        store::Transaction tx{test.db()};
        store::execute(tx, "UPDATE message SET state = 'failed'");
        tx.commit();
    }
    EXPECT_EQ(south().unsent, 1);
}

TEST_P(OversightTest, CountsSuspendedOfficers)
{
    EXPECT_EQ(see_overview(test.app(), kOversight).suspended, 0U);
    {
        store::Transaction tx{test.db()};
        store::execute(tx, "UPDATE officer SET suspended_at = 1 WHERE id = 12");
        tx.commit();
    }
    EXPECT_EQ(see_overview(test.app(), kOversight).suspended, 1U);
}

TEST_P(OversightTest, FewDisclosuresOfAMonthAreHeldBack)
{
    EXPECT_EQ(counts().disclosures.size(), 12U);
    EXPECT_EQ(counts().disclosures[0].told, 0);
    given_disclosures(4);
    EXPECT_EQ(counts().disclosures[0].told, std::nullopt);
    EXPECT_EQ(counts().disclosures[1].told, 0) << "the month before";
    given_disclosures(2);
    EXPECT_EQ(counts().disclosures[0].told, 6);
    EXPECT_EQ(counts().disclosures[0].waiting, 6);
    test.now += 25h;
    EXPECT_EQ(counts().disclosures[0].late, 6) << "not recorded within 24 hours";
}

TEST_P(OversightTest, AComplaintIsLateAfterFourWeeks)
{
    for (int i = 0; i < 5; ++i) {
        given_complaint("complaint-" + std::to_string(i));
    }
    EXPECT_EQ(counts().complaints[0].waiting, 5);
    test.now += 29 * 24h;
    auto const later = counts().complaints;
    EXPECT_EQ(later[0].late.value_or(0) + later[1].late.value_or(0), 5) << "in its month";
}

TEST_P(OversightTest, ListsPartners)
{
    given_partner(test);
    auto const partners = oversee_partners(test.app(), kOversight);
    ASSERT_EQ(partners.size(), 1U);
    EXPECT_EQ(partners[0].name, "City Lamps");
}

TEST_P(OversightTest, IsForNoDesk)
{
    EXPECT_THROW(see_overview(test.app(), kSouthDesk), Refusal);
    EXPECT_THROW(count_confidential(test.app(), kSouthDesk), Refusal);
    EXPECT_THROW(oversee_partners(test.app(), kOfficer), Refusal);
    EXPECT_THROW(list_partners(test.app(), kOversight), Refusal) << "whoever manages them";
}

} // namespace
} // namespace wt::app
