#include "app/roster.hpp"
#include "base/calendar.hpp"
#include "base/refusal.hpp"
#include "store/sql.hpp"
#include "store/walks.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

constexpr Person kAdministrator{.role = Role::administrator};
constexpr std::string_view kOfficers = "collar_number,public_name,sex,bcu,wards,languages,trained\n"
                                       "101mp,Amara,F,south,W1;W2,en so,yes\n"
                                       "102,David,M,south,,en,yes\n"
                                       "103,Cara,F,south,W1,,no\n";

class RosterTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        store::Transaction tx{test.db()};
        store::put_bcu(tx, {{}, "south", "South", {}});
        auto const bcu = store::find_bcu_by_code(tx, "south")->id;
        store::put_ward(tx, {{}, "W1", "One", bcu, {}});
        store::put_ward(tx, {{}, "W2", "Two", bcu, {}});
        tx.commit();
    }

    ImportResult import(std::string_view text)
    {
        std::istringstream file{std::string{text}};
        return import_roster(test.app(), kAdministrator, file);
    }
    ImportResult import_shifts(std::string_view lines)
    {
        return import("collar_number,date,from,to\n" + std::string{lines});
    }

    store::StoredOfficer officer(std::string_view collar_number = "101MP")
    {
        store::Reading reading{test.db()};
        return store::find_officer_by_collar_number(reading, collar_number).value();
    }

    std::vector<std::string> duty(std::string_view collar_number = "101MP")
    {
        auto const id = officer(collar_number).id;
        store::Reading reading{test.db()};
        std::vector<std::string> days;
        for (auto const& [day] : store::list_rows<std::int64_t>(
                 reading,
                 "SELECT day FROM officer_duty WHERE officer_id = :officer ORDER BY day",
                 id)) {
            days.push_back(iso_text(Day{std::chrono::days{day}}));
        }
        return days;
    }

    /// A walk of Amara and another from 19:00 to 20:00 UTC on Friday 4 December 2026.
    void given_walk()
    {
        import("collar_number,public_name,sex,bcu,wards,languages,trained\n"
               "104,Beth,F,south,,,yes\n");
        import_shifts("101MP,2026-12-04,18:00,22:00\n104,2026-12-04,18:00,22:00\n");
        auto const day = find_day("2026-12-04").value();
        Instant const start = std::chrono::sys_days{day.time_since_epoch()} + 19h;
        store::Transaction tx{test.db()};
        ASSERT_TRUE(store::insert_walk(
            tx,
            {.id = {1},
             .bcu = officer().bcu,
             .ward = officer().wards.front(),
             .time = {start, start + 1h},
             .occupied = {start - 15min, start + 90min},
             .day = day,
             .officers = {officer().id, officer("104").id},
             .created_at = test.now}));
        tx.commit();
    }
};
WT_ON_BOTH_DATABASES(RosterTest);

TEST_P(RosterTest, BringsOfficersIn)
{
    auto const result = import(kOfficers);

    EXPECT_TRUE(result.faults.empty());
    EXPECT_EQ(result.added, 3U);
    auto const amara = officer();
    EXPECT_EQ(amara.public_name, "Amara");
    EXPECT_EQ(amara.wards.size(), 2U);
    EXPECT_EQ(amara.languages, (std::vector<std::string>{"en", "so"}));
    EXPECT_FALSE(officer("102").is_woman);
    EXPECT_EQ(list_roster(test.app(), kAdministrator, amara.bcu).size(), 3U);
}

TEST_P(RosterTest, TheSameFileAgainChangesNothing)
{
    import(kOfficers);
    auto const before = officer();

    auto const again = import(kOfficers);

    EXPECT_EQ(again.unchanged, 3U);
    EXPECT_EQ(again.added + again.changed, 0U);
    EXPECT_EQ(officer(), before);
}

TEST_P(RosterTest, ReportsEveryBadLineAndKeepsNothing)
{
    auto const result = import("collar_number,public_name,sex,bcu,wards,languages,trained\n"
                               "201,Good,F,south,,,yes\n"
                               "2/2,Bad,X,nowhere,W9,english,perhaps\n"
                               "201,Twice,F,south,,,yes\n"
                               "203,Short,F\n");

    std::vector<std::size_t> lines;
    for (auto const& fault : result.faults) {
        lines.push_back(fault.number);
    }
    EXPECT_EQ(lines, (std::vector<std::size_t>{3, 3, 3, 3, 3, 3, 4, 5}));
    store::Reading reading{test.db()};
    EXPECT_TRUE(store::list_officers(reading).empty());
}

TEST_P(RosterTest, AShiftOverMidnightGivesDutyOnBothDays)
{
    import(kOfficers);
    EXPECT_EQ(import_shifts("101mp,2026-12-04,22:00,06:00\n").added, 1U);
    EXPECT_EQ(duty(), (std::vector<std::string>{"2026-12-04", "2026-12-05"}));
}

TEST_P(RosterTest, AShiftUntilMidnightBelongsToOneDay)
{
    import(kOfficers);
    import_shifts("101MP,2026-12-04,16:00,24:00\n101MP,2026-12-08,16:00,00:00\n");
    EXPECT_EQ(duty(), (std::vector<std::string>{"2026-12-04", "2026-12-08"}));
}

TEST_P(RosterTest, OnlyTrainedWomenHaveDuty)
{
    import(kOfficers);
    import_shifts("102,2026-12-04,18:00,22:00\n103,2026-12-04,18:00,22:00\n");
    EXPECT_TRUE(duty("102").empty());
    EXPECT_TRUE(duty("103").empty());

    import("collar_number,public_name,sex,bcu,wards,languages,trained\n"
           "103,Cara,F,south,W1,,yes\n");
    EXPECT_EQ(duty("103"), std::vector<std::string>{"2026-12-04"});
}

TEST_P(RosterTest, TheDatabaseRefusesDutyToAManWhateverTheProgramSays)
{
    import(kOfficers);
    store::Transaction tx{test.db()};
    auto const david = officer("102").id;
    EXPECT_THROW(store::insert_duty(tx, david, {Day{}}), std::exception);
}

TEST_P(RosterTest, TheDatabaseRefusesDutyThatCallsHimAMan)
{
    import(kOfficers);
    store::Transaction tx{test.db()};
    EXPECT_THROW(
        store::execute(
            tx,
            "INSERT INTO officer_duty (officer_id, day, sex) VALUES (:id, 1, 'M')",
            officer("102").id),
        std::exception);
}

TEST_P(RosterTest, ShiftsReplaceThoseOfTheirDate)
{
    import(kOfficers);
    import_shifts("101MP,2026-12-04,18:00,22:00\n101MP,2026-12-05,18:00,22:00\n");

    EXPECT_EQ(import_shifts("101MP,2026-12-04,17:00,20:00\n101MP,2026-12-05,,\n").changed, 2U);

    EXPECT_EQ(duty(), std::vector<std::string>{"2026-12-04"});
    EXPECT_EQ(import_shifts("101MP,2026-12-04,17:00,20:00\n101MP,2026-12-05,,\n").unchanged, 2U);
}

TEST_P(RosterTest, ReportsEveryBadShift)
{
    import(kOfficers);
    auto const result = import_shifts("101MP,2026-12-04,18:00,22:00\n"
                                      "101MP,2026-12-04,21:00,23:00\n" // overlaps
                                      "101MP,2026-12-05,18:00,18:00\n" // empty
                                      "101MP,2027-03-28,01:30,06:00\n" // skipped by the clocks
                                      "101MP,2029-01-01,18:00,22:00\n" // too far
                                      "101MP,31/12/2026,18:00,22:00\n" // no date
                                      "999,2026-12-04,18:00,22:00\n"   // unknown
                                      "101MP,2026-12-06,18:00\n");     // short
    std::vector<std::size_t> lines;
    for (auto const& fault : result.faults) {
        lines.push_back(fault.number);
    }
    EXPECT_EQ(lines, (std::vector<std::size_t>{3, 4, 5, 6, 7, 8, 9}));
    EXPECT_TRUE(duty().empty());
}

TEST_P(RosterTest, RefusesAShiftThatOverlapsTheNightBefore)
{
    import(kOfficers);
    import_shifts("101MP,2026-12-04,22:00,06:00\n");
    EXPECT_EQ(import_shifts("101MP,2026-12-05,05:00,12:00\n").faults.size(), 1U);
}

TEST_P(RosterTest, AWalkKeepsItsShiftAndItsOfficer)
{
    import(kOfficers);
    given_walk();

    EXPECT_EQ(import_shifts("101MP,2026-12-04,,\n").faults.size(), 1U);
    EXPECT_EQ(
        import("collar_number,public_name,sex,bcu,wards,languages,trained\n"
               "101MP,Amara,F,south,,,no\n")
            .faults.size(),
        1U);
    EXPECT_EQ(
        import("collar_number,public_name,sex,bcu,wards,languages,trained\n"
               "101MP,Amara,M,south,,,yes\n")
            .faults.size(),
        1U);
    EXPECT_TRUE(officer().is_woman);
}

TEST_P(RosterTest, ListsWhoMayBePlannedAndWhen)
{
    import(kOfficers);
    given_walk();
    import_shifts("102,2026-12-04,18:00,22:00\n");
    auto const day = std::chrono::sys_days{find_day("2026-12-04")->time_since_epoch()};

    store::Reading reading{test.db()};
    auto const eligible =
        store::list_eligible_officers(reading, std::nullopt, {day + 0h, day + 24h});

    ASSERT_EQ(eligible.size(), 2U);
    EXPECT_EQ(eligible[0].officer.public_name, "Amara");
    EXPECT_EQ(eligible[0].shifts, (std::vector<Interval>{{day + 18h, day + 22h}}));
    EXPECT_EQ(
        eligible[0].bookings, (std::vector<Interval>{{day + 18h + 45min, day + 20h + 30min}}));
    EXPECT_TRUE(store::list_eligible_officers(reading, BcuId{99}, {day + 0h, day + 24h}).empty());
    EXPECT_TRUE(
        store::list_eligible_officers(reading, std::nullopt, {day + 24h, day + 48h}).empty());
}

TEST_P(RosterTest, FutureDutyGoesButForWalks)
{
    import(kOfficers);
    given_walk();
    import_shifts("101MP,2026-12-06,18:00,22:00\n");
    store::Transaction tx{test.db()};

    EXPECT_FALSE(store::delete_future_duty(tx, officer().id, find_day("2026-12-03").value()));
    EXPECT_TRUE(store::delete_future_duty(tx, officer().id, find_day("2026-12-05").value()));
}

TEST_P(RosterTest, ASuspendedOfficerGetsNoDutyFromANewRoster)
{
    import(kOfficers);
    {
        store::Transaction tx{test.db()};
        EXPECT_TRUE(store::set_officer_suspension(tx, officer().id, test.now));
        EXPECT_FALSE(store::set_officer_suspension(tx, officer().id, test.now));
        tx.commit();
    }
    import_shifts("101MP,2026-12-04,18:00,22:00\n");
    EXPECT_TRUE(duty().empty());
}

TEST_P(RosterTest, OnlyAnAdministratorImports)
{
    std::istringstream file{std::string{kOfficers}};
    EXPECT_THROW(import_roster(test.app(), {.role = Role::desk}, file), Refusal);
}

TEST_P(RosterTest, RefusesAFileOfNeitherKind)
{
    EXPECT_THROW(import("name,date\nx,y\n"), Refusal);
    EXPECT_THROW(import("collar_number,public_name\n1,y\n"), Refusal);
}

} // namespace
} // namespace wt::app
