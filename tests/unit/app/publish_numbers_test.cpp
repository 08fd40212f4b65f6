#include "app/answer_concern.hpp"
#include "app/numbers.hpp"
#include "app/own_concerns.hpp"
#include "app/publish_numbers.hpp"
#include "app/settings.hpp"
#include "base/refusal.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr Person kAdministrator{.role = Role::administrator};
constexpr Month kDecember = (2026 - 1970) * 12 + 11;
constexpr BcuId kForce{};

Instant at(int year, unsigned month, unsigned day)
{
    return Instant{std::chrono::sys_days{
        std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}}};
}

class PublishNumbersTest : public AppOnBothDatabases
{
protected:
    PublishNumbersTest()
    {
        given_walk_with_two_women(test);
        test.app().reload();
    }

    /// Publishes at the moment. \returns how many months
    int publish(Instant moment)
    {
        test.now = moment;
        return publish_numbers(test.app(), kSystem);
    }

    std::optional<std::int64_t>
    number(NumberList list, std::string_view item, BcuId unit = kForce, Month month = kDecember)
    {
        return see_numbers(test.app(), month).find(list, unit, item);
    }
};
WT_ON_BOTH_DATABASES(PublishNumbersTest);

TEST_P(PublishNumbersTest, AMonthIsPublishedOnItsDayOnceAndNotBefore)
{
    given_passers_by(test, 6, given_place());
    EXPECT_EQ(publish(at(2027, 1, 4) + 23h), 0);
    EXPECT_EQ(publish(at(2027, 1, 5)), 1);
    EXPECT_EQ(publish(at(2027, 1, 5) + 1h), 0);
    EXPECT_EQ(number(NumberList::concerns, kTotalItem), 6);
    EXPECT_EQ(number(NumberList::concerns, "lighting", kSouth), 6);
    EXPECT_EQ(number(NumberList::concerns, "police", kSouth), 0);
    EXPECT_EQ(number(NumberList::concerns, kTotalItem, kNorth), 0);
    EXPECT_EQ(find_changed_numbers(test.app()), std::nullopt);
}

TEST_P(PublishNumbersTest, TheOverviewHasTheForcesNumbersOfTheNewestMonths)
{
    given_passers_by(test, 6, given_place());
    publish(at(2027, 3, 20));
    auto const months = see_force_numbers(test.app(), 2);
    ASSERT_EQ(months.size(), 2U);
    EXPECT_EQ(months[0].release().month, kDecember + 2);
    EXPECT_EQ(see_force_numbers(test.app(), 9).size(), 3U);
    auto const december = see_force_numbers(test.app(), 3).at(2);
    for (auto const& list : kNumberLists) {
        for (auto const& item : list_item_codes(list.value)) {
            EXPECT_EQ(december.find(list.value, kForce, item), number(list.value, item))
                << list.code << ' ' << item;
        }
    }
    EXPECT_EQ(december.find(NumberList::concerns, kForce, kTotalItem), 6);
    EXPECT_EQ(december.find(NumberList::concerns, kSouth, kTotalItem), std::nullopt);
}

TEST_P(PublishNumbersTest, WhatFewPeopleStandBehindIsHeldBack)
{
    given_passers_by(test, 9, given_place());
    given_passers_by(test, 2, given_place(), Category::police);
    publish(at(2027, 1, 5));
    EXPECT_EQ(number(NumberList::concerns, "police"), std::nullopt);
    EXPECT_EQ(number(NumberList::concerns, "lighting"), std::nullopt); // else 11 - 9
    EXPECT_EQ(number(NumberList::concerns, kTotalItem), 11);
}

TEST_P(PublishNumbersTest, NoRoleCanPublish)
{
    for (auto const& role : kRoles) {
        if (role.value != Role::system) {
            EXPECT_THROW(publish_numbers(test.app(), {.role = role.value}), Refusal);
        }
    }
}

TEST_P(PublishNumbersTest, TheDatabaseRefusesToChangeOrRemoveANumber)
{
    given_passers_by(test, 6, given_place());
    publish(at(2027, 1, 5));
    for (auto const* const statement :
         {"UPDATE number_cell SET value = 1",
          "DELETE FROM number_cell",
          "UPDATE number_release SET released_at = 1",
          "DELETE FROM number_release"}) {
        store::Transaction tx{test.db()};
        EXPECT_ANY_THROW(store::execute(tx, statement)) << statement;
    }
}

TEST_P(PublishNumbersTest, ANumberSlippedInLaterIsFound)
{
    given_passers_by(test, 6, given_place());
    publish(at(2027, 1, 5));
    store::Transaction tx{test.db()};
    store::execute(
        tx,
        "INSERT INTO number_cell (month, list, bcu_id, item, value) "
        "VALUES (683, 'walks', 0, 'invented', 7)");
    tx.commit();
    EXPECT_EQ(find_changed_numbers(test.app()), kDecember);
}

TEST_P(PublishNumbersTest, WhatWasDueWhileTheProgramStoodStillComesAtTheNextStartWithBothDates)
{
    given_passers_by(test, 6, given_place());
    EXPECT_EQ(publish(at(2027, 3, 20)), 3); // December, January and February
    auto const releases = list_numbers(test.app());
    ASSERT_FALSE(releases.empty());
    auto const& december = releases.back();
    EXPECT_EQ(december.month, kDecember);
    EXPECT_EQ(december.due_at, at(2027, 1, 5));
    EXPECT_EQ(december.released_at, at(2027, 3, 20));
}

TEST_P(PublishNumbersTest, AnAnnouncedDateCannotBePutOff)
{
    given_passers_by(test, 6, given_place());
    publish(at(2027, 1, 5));
    change_setting(test.app(), kAdministrator, "numbers_day", "28");
    EXPECT_EQ(publish(at(2027, 2, 5)), 1); // as announced in January
    EXPECT_EQ(publish(at(2027, 3, 27)), 0);
    EXPECT_EQ(publish(at(2027, 3, 28)), 1); // the next one follows the setting
}

TEST_P(PublishNumbersTest, OfTwoMachinesOnePublishes)
{
    given_passers_by(test, 6, given_place());
    test.now = at(2027, 1, 5);
    {
        std::jthread const other{[&] { publish_numbers(test.app(), kSystem); }};
        publish_numbers(test.app(), kSystem);
    }
    EXPECT_EQ(count_rows(test, "number_release"), 1);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'publish_numbers'"), 1);
}

TEST_P(PublishNumbersTest, AnAnswerIsInTimeUntilTheDayOnWhichTheClockTurnsAmber)
{
    change_setting(test.app(), kAdministrator, "publication_threshold", "2");
    change_setting(test.app(), kAdministrator, "answer_days_amber", "3");
    test.now = at(2026, 12, 2) + 12h; // a Wednesday: late from Monday 7 December
    given_passers_by(test, 6, given_place());
    auto const ids = [&] {
        store::Reading reading{test.db()};
        return store::list_rows<ConcernId>(reading, "SELECT id FROM concern ORDER BY id");
    }();
    auto const answer = [&](std::size_t i, AnswerKind kind, Instant moment) {
        test.now = moment;
        answer_concern(
            test.app(),
            kSouthDesk,
            std::get<0>(ids.at(i)),
            1,
            {kind, "Three lamps were repaired on Monday.", "The council"});
    };
    answer(0, AnswerKind::done, at(2026, 12, 6) + 23h);
    answer(1, AnswerKind::done, at(2026, 12, 4));
    answer(2, AnswerKind::referred, at(2026, 12, 7));
    answer(3, AnswerKind::referred, at(2026, 12, 30));
    publish(at(2027, 1, 5));
    EXPECT_EQ(number(NumberList::answers, kTotalItem), 6);
    EXPECT_EQ(number(NumberList::answers, "in_time"), 2);
    EXPECT_EQ(number(NumberList::answers, "late"), 2);
    EXPECT_EQ(number(NumberList::answers, "waiting"), 2);
    EXPECT_EQ(number(NumberList::states, kTotalItem), 4);
    EXPECT_EQ(number(NumberList::states, "done"), 2);
    EXPECT_EQ(number(NumberList::states, "referred"), 2);
}

TEST_P(PublishNumbersTest, EachConcernIsDueInOneMonthAlone)
{
    change_setting(test.app(), kAdministrator, "publication_threshold", "2");
    std::int64_t raised = 0;
    for (int day = 0; day < 90; day += 4) {
        test.now = at(2026, 12, 2) + days{day};
        given_passers_by(test, 3, given_place());
        raised += 3;
    }
    publish(at(2027, 8, 5));
    std::int64_t due = 0;
    for (auto month = kDecember; month <= kDecember + 7; ++month) {
        due += number(NumberList::answers, kTotalItem, kForce, month).value_or(0);
    }
    EXPECT_EQ(due, raised);
}

TEST_P(PublishNumbersTest, VerdictsCountAmongTheAnswersOfWhichAWomanWasTold)
{
    change_setting(test.app(), kAdministrator, "publication_threshold", "2");
    given_concern_of_ana(test);
    auto of_bea = given_words_of_ana("from-bea-1");
    of_bea.request = kBeasRequest;
    record_concern_at(test.app(), kOfficer, of_bea, given_place());
    given_passers_by(test, 3, given_place()); // nobody is told of these
    auto const ids = [&] {
        store::Reading reading{test.db()};
        return store::list_rows<ConcernId>(reading, "SELECT id FROM concern");
    }();
    for (auto const& [id] : ids) {
        answer_concern(
            test.app(),
            kSouthDesk,
            id,
            1,
            {AnswerKind::done, "Three lamps were repaired on Monday.", ""});
    }
    for (auto const& she : {ana(test), bea(test)}) {
        auto const answer = list_own_concerns(test.app(), she).front().answers.front().id;
        give_verdict(test.app(), she, answer, Verdict::helped);
    }
    publish(at(2027, 1, 5));
    EXPECT_EQ(number(NumberList::verdicts, kTotalItem), 2);
    EXPECT_EQ(number(NumberList::verdicts, "helped"), 2);
    EXPECT_EQ(number(NumberList::verdicts, "silent"), 0);
}

TEST_P(PublishNumbersTest, WalksAndWaitsAreCountedByTheWomenOnThem)
{
    change_setting(test.app(), kAdministrator, "publication_threshold", "2");
    given_passers_by(test, 1, given_place()); // the first deed
    store::Transaction tx{test.db()};
    auto const start = to_milliseconds(at(2026, 12, 10) + 20h);
    store::execute(
        tx,
        "UPDATE walk SET state = 'held', starts_at = :start, ends_at = :end",
        start,
        start + 3'600'000);
    store::execute(tx, "UPDATE walk_request SET state = 'attended'");
    store::execute(
        tx, "UPDATE request SET created_at = :asked", to_milliseconds(at(2026, 12, 3) + 20h));
    tx.commit();
    publish(at(2027, 1, 5));
    EXPECT_EQ(number(NumberList::requests, kTotalItem), 2);
    EXPECT_EQ(number(NumberList::walks, "held"), 1); // two women stand behind one walk
    EXPECT_EQ(number(NumberList::waits, kTotalItem), 2);
    EXPECT_EQ(number(NumberList::waits, kMedianItem), std::nullopt); // needs four
}

TEST_P(PublishNumbersTest, TheCsvNamesEachUnitAndTheForce)
{
    given_passers_by(test, 6, given_place());
    given_passers_by(test, 1, given_place(3, WardId{3}));
    publish(at(2027, 1, 5));
    auto const csv = numbers_csv(test.app(), kDecember, NumberList::requests);
    EXPECT_EQ(
        csv,
        "month,unit,name,total\r\n2026-12,N,North,0\r\n2026-12,S,South,0\r\n"
        "2026-12,force,Demonstration Police,0\r\n");
    auto const concerns = numbers_csv(test.app(), kDecember, NumberList::concerns);
    EXPECT_NE(concerns.find("2026-12,N,North,<5,<5,"), std::string::npos) << concerns;
}

} // namespace
} // namespace wt::app
