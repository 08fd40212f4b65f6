#include "app/concerns.hpp"
#include "app/disclosures.hpp"
#include "app/find_disclosure.hpp"
#include "app/own_concerns.hpp"
#include "app/staff_contact.hpp"
#include "base/refusal.hpp"
#include "store/disclosures.hpp"
#include "store/migrations.hpp"
#include "store/settings.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace wt::app {
namespace {

using namespace std::chrono_literals;

constexpr Person kSafeguarding{.role = Role::safeguarding, .id = 81};
constexpr Person kAdministrator{.role = Role::administrator};

class Disclosures : public AppOnBothDatabases
{
protected:
    Disclosures()
    {
        given_walk_with_two_women(test);
        store::Transaction tx{test.db()};
        store::execute(
            tx,
            "INSERT INTO staff (id, sign_in_name, name, role, created_at) VALUES "
            "(81, 'sam', 'Sam', 'safeguarding', 0), (82, 'tess', 'Tess', 'safeguarding', 0), "
            "(83, 'uma', 'Uma', 'safeguarding', 0)");
        tx.commit();
        for (auto const* const name : {"sam", "tess", "uma"}) {
            set_staff_contact(
                test.app(), kAdministrator, name, std::string{name} + "@force.example");
        }
    }

    void told(std::string const& client_id = "disclosure-1", std::string const& reference = {})
    {
        record_disclosure(
            test.app(),
            kOfficer,
            {.client_id = client_id,
             .walk = kTheWalk,
             .spoken_at = test.now,
             .reference = reference});
    }
    Disclosure only() { return list_disclosures(test.app(), kSafeguarding).at(0); }
    std::int64_t alerts_to(int staff)
    {
        return count_rows(
            test, "message WHERE kind = 'staff_alert' AND staff_id = " + std::to_string(staff));
    }
    void set(std::string const& name, std::string const& value)
    {
        store::Transaction tx{test.db()};
        store::put_setting(tx, name, value);
        tx.commit();
        test.app().reload();
    }
};
WT_ON_BOTH_DATABASES(Disclosures);

TEST_P(Disclosures, KeepWhenSheSpokeAndToWhomAndTellEveryoneOfSafeguarding)
{
    told("disclosure-1", "4601234/26");
    auto const disclosure = only();
    EXPECT_EQ(disclosure.state, DisclosureState::unread);
    EXPECT_EQ(disclosure.facts.spoken_at, test.now);
    EXPECT_EQ(disclosure.facts.walk, kTheWalk);
    EXPECT_EQ(disclosure.facts.officer, kOfficer.officer);
    EXPECT_EQ(disclosure.facts.reference, "4601234/26");
    EXPECT_EQ(alerts_to(81) + alerts_to(82) + alerts_to(83), 3);
    EXPECT_EQ(count_rows(test, "concern"), 0);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'record_disclosure'"), 1);
}

TEST_P(Disclosures, SentTwiceAreOne)
{
    told();
    told();
    EXPECT_EQ(count_rows(test, "disclosure"), 1);
    EXPECT_EQ(count_rows(test, "disclosure_event"), 1);
    EXPECT_EQ(alerts_to(81), 1);
}

TEST_P(Disclosures, AreReadBySafeguardingAlone)
{
    told();
    auto const id = only().id;
    for (auto const& role : kRoles) {
        if (role.value == Role::safeguarding) {
            continue;
        }
        Person const other{.role = role.value, .id = 9, .bcu = kSouth, .officer = OfficerId{11}};
        EXPECT_EQ(refusal_of([&] { list_disclosures(test.app(), other); }), Refusal::forbidden);
        EXPECT_EQ(refusal_of([&] { open_disclosure(test.app(), other, id); }), Refusal::forbidden);
        EXPECT_EQ(
            refusal_of([&] { take_on_disclosure(test.app(), other, id, 1); }), Refusal::forbidden);
    }
}

TEST_P(Disclosures, AnOfficerTellsOfHerOwnWalkAloneAndWithoutContent)
{
    NewDisclosure const wrong{
        .client_id = "short",
        .walk = kTheWalk,
        .spoken_at = test.now + 1h,
        .reference = "He hit her"};
    EXPECT_EQ(check_disclosure(wrong, test.now, test.now).list().size(), 3U);
    EXPECT_EQ(refusal_of([&] { told("disclosure-2", "no digits"); }), Refusal::invalid_input);
    EXPECT_EQ(
        refusal_of([&] {
            record_disclosure(
                test.app(),
                kOtherOfficer,
                {.client_id = "disclosure-3", .walk = kTheWalk, .spoken_at = test.now});
        }),
        Refusal::not_found);
}

TEST_P(Disclosures, GoFromNewToClosedAndEachStepAndLookIsWritten)
{
    told();
    auto const id = only().id;
    EXPECT_EQ(
        refusal_of([&] {
            close_disclosure(test.app(), kSafeguarding, id, 1, DisclosureOutcome::no_crime);
        }),
        Refusal::conflict); // nobody has taken it on
    take_on_disclosure(test.app(), kSafeguarding, id, 1);
    take_on_disclosure(test.app(), kSafeguarding, id, 1); // a second press
    EXPECT_EQ(
        refusal_of([&] {
            close_disclosure(test.app(), kSafeguarding, id, 2, DisclosureOutcome::crime_recorded);
        }),
        Refusal::invalid_input); // without a reference
    record_crime(test.app(), kSafeguarding, id, 2, " 4601234/26 ");
    EXPECT_EQ(only().clock, DisclosureClock::stopped);
    EXPECT_EQ(
        refusal_of([&] { record_crime(test.app(), kSafeguarding, id, 2, "99"); }),
        Refusal::invalid_input);
    EXPECT_EQ(
        refusal_of([&] { record_crime(test.app(), kSafeguarding, id, 2, "4601235/26"); }),
        Refusal::conflict); // somebody was quicker
    close_disclosure(test.app(), kSafeguarding, id, 3, DisclosureOutcome::crime_recorded);
    auto const open = open_disclosure(test.app(), kSafeguarding, id);
    ASSERT_EQ(open.steps.size(), 4U);
    EXPECT_EQ(open.steps.front().staff, "");
    EXPECT_EQ(open.steps.back().staff, "Sam");
    EXPECT_EQ(open.disclosure.facts.reference, "4601234/26");
    EXPECT_EQ(open.walk->officers.size(), 2U);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'handle_disclosure'"), 3);
    EXPECT_EQ(
        count_rows(
            test,
            "audit WHERE action = 'see_disclosures' AND subject_kind = 'disclosure' AND "
            "reason = 'safeguarding'"),
        1);
}

TEST_P(Disclosures, UnreadForTwelveHoursCallASecondPersonOnce)
{
    told();
    test.now += 12h - 1ms;
    EXPECT_EQ(call_second_persons(test.app()), 0);
    test.now += 1ms;
    EXPECT_EQ(call_second_persons(test.app()), 1);
    EXPECT_EQ(call_second_persons(test.app()), 0);
    EXPECT_EQ(alerts_to(82), 2); // the second by name
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'call_second_person'"), 1);
}

TEST_P(Disclosures, TheForceSaysWhoIsSecond)
{
    set("safeguarding_order", "uma, sam");
    told();
    test.now += 12h;
    EXPECT_EQ(call_second_persons(test.app()), 1);
    EXPECT_EQ(alerts_to(81), 2);
}

TEST_P(Disclosures, NobodyIsCalledOnceSomebodyHasTakenItOn)
{
    told();
    take_on_disclosure(test.app(), kSafeguarding, only().id, 1);
    test.now += 13h;
    EXPECT_EQ(call_second_persons(test.app()), 0);
}

TEST_P(Disclosures, GoAfterTheirTimeWithTheirHistory)
{
    told();
    auto const id = only().id;
    take_on_disclosure(test.app(), kSafeguarding, id, 1);
    close_disclosure(test.app(), kSafeguarding, id, 2, DisclosureOutcome::known_already);
    test.now += std::chrono::days{90};
    EXPECT_EQ(erase_old_disclosures(test.app()), 0);
    test.now += 1ms;
    EXPECT_EQ(erase_old_disclosures(test.app()), 1);
    EXPECT_EQ(count_rows(test, "disclosure_event"), 0);
}

TEST_P(Disclosures, FoundInWordsTakeTheConcernOutOfTheLoop)
{
    auto const concern = given_concern_of_ana(test);
    find_disclosure(test.app(), kSouthDesk, concern, "");
    EXPECT_EQ(count_rows(test, "concern"), 0);
    EXPECT_EQ(count_rows(test, "concern_private"), 0);
    EXPECT_TRUE(list_own_concerns(test.app(), ana(test)).empty());
    auto const disclosure = only();
    EXPECT_EQ(disclosure.facts.source, DisclosureSource::words);
    EXPECT_EQ(disclosure.facts.walk, kTheWalk);
    EXPECT_EQ(disclosure.facts.spoken_at, from_milliseconds(1)); // when the walk began
    EXPECT_EQ(
        count_rows(
            test,
            "audit WHERE action = 'find_disclosure' AND subject_id = " +
                std::to_string(concern.value)),
        1);
}

TEST_P(Disclosures, WhatHasLeftTheConcernsIsNotSentBackByItsPage)
{
    find_disclosure(test.app(), kSouthDesk, given_concern_of_ana(test), "");
    EXPECT_EQ(given_concern_of_ana(test), ConcernId{});
    EXPECT_EQ(count_rows(test, "concern"), 0);
}

TEST_P(Disclosures, FoundByItsOwnDeskAloneAndOnce)
{
    auto const concern = given_concern_of_ana(test);
    EXPECT_EQ(
        refusal_of([&] { find_disclosure(test.app(), kNorthDesk, concern, ""); }),
        Refusal::forbidden);
    EXPECT_EQ(
        refusal_of([&] { find_disclosure(test.app(), kSouthDesk, concern, "she said"); }),
        Refusal::invalid_input);
    find_disclosure(test.app(), kSouthDesk, concern, "");
    EXPECT_EQ(
        refusal_of([&] { find_disclosure(test.app(), kSouthDesk, concern, ""); }),
        Refusal::not_found);
}

TEST_P(Disclosures, OfAnAnsweredConcernOnlyThePublicAnswersStay)
{
    auto const concern = given_concern_of_ana(test);
    store::Transaction tx{test.db()};
    store::execute(
        tx,
        "INSERT INTO answer (id, concern_id, sequence, kind, sentence, body, staff_id, "
        "answered_at) VALUES (1, :id, 1, 'done', 'It is done.', 'The force', 41, 0)",
        concern);
    store::execute(
        tx,
        "INSERT INTO merging (concern_id, lead_id, staff_id, merged_at, is_undone) "
        "VALUES (:joined, 7, 41, 0, 0), (8, :led, 41, 0, 1)",
        concern,
        concern);
    store::execute(
        tx,
        "INSERT INTO redaction (concern_id, staff_id, reason, redacted_at) "
        "VALUES (:id, 41, 'not_needed', 0)",
        concern);
    tx.commit();
    find_disclosure(test.app(), kSouthDesk, concern, "");
    EXPECT_EQ(count_rows(test, "merging"), 0) << "the other one stands where this one did";
    EXPECT_EQ(count_rows(test, "redaction"), 0);
    EXPECT_EQ(
        count_rows(
            test,
            "concern WHERE way_id <> 0 OR street <> '' OR raised_day <> 0 OR raised_month <> 0 OR "
            "lat <> 0 OR lon <> 0 OR walk_id IS NOT NULL OR category <> 'other'"),
        0);
    EXPECT_EQ(
        refusal_of([&] { open_concern(test.app(), kSouthDesk, concern); }), Refusal::not_found);
    EXPECT_TRUE(list_concerns(test.app(), kSouthDesk, {.bcu = kSouth}).concerns.empty());
    EXPECT_TRUE(list_own_concerns(test.app(), ana(test)).empty());
}

/// Whoever adds a table about concerns must say here what leaves with one that is a disclosure.
TEST_P(Disclosures, EveryTableThatKnowsOfConcernsIsThoughtOf)
{
    std::vector<std::string> const known{
        "answer", "concern_private", "merging", "redaction", "referral"};
    store::Reading reading{test.db()};
    for (auto const& table : store::list_tables()) {
        auto const has_column =
            reading.dialect() == store::Dialect::sqlite
                ? store::find_value<int>(
                      reading,
                      "SELECT 1 FROM pragma_table_info(:table) WHERE name LIKE '%concern%'",
                      table)
                : store::find_value<int>(
                      reading,
                      "SELECT 1 FROM information_schema.columns WHERE table_name = :table "
                      "AND column_name LIKE '%concern%' LIMIT 1",
                      table);
        EXPECT_EQ(has_column.has_value(), std::ranges::find(known, table) != known.end()) << table;
    }
}

TEST_P(Disclosures, AContactOfStaffIsSealedAndCanBeTakenAway)
{
    EXPECT_EQ(count_rows(test, "staff_contact WHERE sealed LIKE '%force.example%'"), 0);
    EXPECT_EQ(
        refusal_of([&] { set_staff_contact(test.app(), kAdministrator, "sam", "nowhere"); }),
        Refusal::invalid_input);
    set_staff_contact(test.app(), kAdministrator, "sam", "");
    told();
    EXPECT_EQ(alerts_to(81), 0);
    EXPECT_EQ(alerts_to(82), 1);
}

} // namespace
} // namespace wt::app
