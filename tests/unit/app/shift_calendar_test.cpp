#include "app/roster.hpp"
#include "app/roster_import.hpp"
#include "base/calendar.hpp"
#include "store/roster.hpp"
#include "support/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace wt::app {
namespace {

using testing::ElementsAre;

constexpr Person kAdministrator{.role = Role::administrator};

/// Amara of the demonstration police, and calendars of her shifts. It is Wednesday 2 December 2026.
class ShiftCalendar : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        store::Transaction tx{test.db()};
        store::put_bcu(tx, {{}, "south", "South", {}});
        auto const bcu = store::find_bcu_by_code(tx, "south")->id;
        store::put_ward(tx, {{}, "W1", "One", bcu, {}});
        tx.commit();
        import("collar_number,public_name,sex,bcu,wards,languages,trained\n"
               "101,Amara,F,south,W1,en,yes\n");
    }

    ImportResult import(std::string const& text)
    {
        std::istringstream file{text};
        return import_roster(test.app(), kAdministrator, file);
    }
    ImportResult import_events(std::string const& events)
    {
        return import(
            "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//duty//EN\n" + events + "END:VCALENDAR\n");
    }
    static std::string event(std::string const& lines)
    {
        return "BEGIN:VEVENT\nUID:1\nDTSTAMP:20261101T000000Z\n" + lines + "END:VEVENT\n";
    }

    /// "2026-12-05T16:00/2026-12-06T00:00", UTC
    std::vector<std::string> shifts()
    {
        store::Reading reading{test.db()};
        auto const officer = store::find_officer_by_collar_number(reading, "101").value();
        std::vector<std::string> texts;
        using namespace std::chrono_literals;
        for (auto const& shift : store::list_shifts(
                 reading, officer.id, {test.now - 24h * 500, test.now + 24h * 500})) {
            texts.push_back(
                iso_text(shift.from).substr(0, 16) + "/" + iso_text(shift.to).substr(0, 16));
        }
        return texts;
    }
};
WT_ON_BOTH_DATABASES(ShiftCalendar);

TEST_P(ShiftCalendar, AnEventIsAShiftByTheForcesClocksOrItsOwn)
{
    auto const result = import_events(
        event("SUMMARY:Late shift 101\nDTSTART:20260705T160000\nDTEND:20260706T000000\n") +
        event("SUMMARY:Night\nX-COLLAR-NUMBER:101\nDTSTART:20261207T220000Z\n"
              "DTEND:20261208T060000Z\n") +
        event("SUMMARY:101\nSTATUS:CANCELLED\nDTSTART:20261209T160000\nDTEND:20261209T180000\n"));
    EXPECT_TRUE(result.faults.empty());
    EXPECT_THAT(
        shifts(),
        ElementsAre( // July is an hour ahead of UTC
            "2026-07-05T15:00/2026-07-05T23:00",
            "2026-12-07T22:00/2026-12-08T06:00"));
}

TEST_P(ShiftCalendar, ARuleRepeatsAShiftAndLeaveTakesADayAway)
{
    auto const weekly = event("SUMMARY:101\nDTSTART:20261207T160000\nDTEND:20261207T233000\n"
                              "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261214T160000\n");
    EXPECT_TRUE(import_events(weekly).faults.empty());
    EXPECT_THAT(
        shifts(),
        ElementsAre("2026-12-07T16:00/2026-12-07T23:30", "2026-12-21T16:00/2026-12-21T23:30"));
    auto const leave =
        event("SUMMARY:Leave 101\nDTSTART;VALUE=DATE:20261220\nDTEND;VALUE=DATE:20261223\n");
    EXPECT_TRUE(import_events(leave).faults.empty());
    EXPECT_THAT(shifts(), ElementsAre("2026-12-07T16:00/2026-12-07T23:30"));
}

TEST_P(ShiftCalendar, EveryEventThatIsWrongIsNamedByItsLineAndNothingIsChanged)
{
    auto const result = import_events(
        event("SUMMARY:101\nDTSTART:20261207T160000\nDTEND:20261207T233000\n") +
        event("SUMMARY:Late shift\nDTSTART:20261208T160000\nDTEND:20261208T233000\n") +
        event("SUMMARY:101\nDTSTART:20261207T200000\nDTEND:20261207T233000\n") +
        event("SUMMARY:101\nDTSTART:20261210T200000\nDTEND:20261210T190000\n") +
        event("SUMMARY:101\nDTSTART:2026121\nDTEND:20261210T190000\n") +
        event("SUMMARY:999\nDTSTART:20261211T160000\nDTEND:20261211T190000\n") +
        event("SUMMARY:101\nDTSTART;VALUE=DATE:20261207\nDTEND;VALUE=DATE:20261208\n"));
    std::vector<std::size_t> lines;
    for (auto const& fault : result.faults) {
        lines.push_back(fault.number);
    }
    EXPECT_THAT(lines, ElementsAre(11, 18, 25, 32, 39, 46));
    EXPECT_TRUE(shifts().empty());
    EXPECT_EQ(import("BEGIN:VCALENDAR\nnonsense").faults.size(), 1U);
    EXPECT_EQ(import_events("").faults.size(), 1U);
}

} // namespace
} // namespace wt::app
