#include "app/evaluations.hpp"
#include "app/open_data.hpp"
#include "app/publish_evaluations.hpp"
#include "app/settings.hpp"
#include "base/crypto.hpp"
#include "base/csv.hpp"
#include "store/sql.hpp"
#include "support/given_hotspot.hpp"
#include "support/given_staff.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace wt::app {
namespace {

using std::chrono::days;
using std::chrono::weeks;

constexpr Person kOversight{.role = Role::oversight, .id = 45};

class EvaluationsTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        treated = given_hotspot(test);
        given_session(test, kOversight);
        control = given_other_hotspot(test);
        auto const version = open_hotspot(test.app(), kSouthDesk, treated).seen.hotspot.version;
        confirm_hotspot(test.app(), kSouthDesk, treated, version);
    }

    EvaluationId planned() { return plan_evaluation(test.app(), kSouthDesk, treated, form); }
    EvaluationId locked()
    {
        auto const id = planned();
        approve_evaluation(test.app(), kOversight, id);
        return id;
    }
    SeenEvaluation seen(EvaluationId id) { return open_evaluation(test.app(), kOversight, id); }
    auto refusal_of_planning()
    {
        return refusal_of([&] { planned(); });
    }
    void visit(HotspotId place, Day day)
    {
        plan_visit(test.app(), kSouthDesk, place, {.day = day, .minutes = 30});
    }
    /// Of the one evaluation in the open data.
    std::string cell_of_export(std::string_view column)
    {
        auto const folder = test.app().installation.data_dir / "export";
        export_open_data(test.app(), kSystem, folder);
        std::ifstream file{folder / "evaluations.csv"};
        CsvTable const table{file};
        return std::string{table.cell(table.rows().at(0), column)};
    }
    /// The clock goes to noon of the day.
    void live_until(Day day) { test.now += day - today(); }
    Day today() { return given_monday() + days{2} + days{(test.now - began) / days{1}}; }

    Instant const began = test.now;
    HotspotId treated;
    HotspotId control;
    /// The earliest: four weeks after the search that found the two.
    Day const first_day = given_monday() + weeks{4};
    EvaluationForm form{.first_day = first_day, .weeks = 4, .fall = 25, .minimum_severity = 3};
};
WT_ON_BOTH_DATABASES(EvaluationsTest);

TEST_P(EvaluationsTest, CompareAPlaceWithOneThatTheLotDraws)
{
    auto const found = seen(planned());
    EXPECT_EQ(found.evaluation.state, EvaluationState::proposed);
    EXPECT_EQ(found.treated.hotspot.id, treated);
    EXPECT_EQ(found.control.hotspot.id, control);
    EXPECT_EQ(list_evaluations(test.app(), kSouthDesk).size(), 1U);
    EXPECT_TRUE(list_evaluations(test.app(), kNorthDesk).empty());
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'plan_evaluation'"), 1);
    EXPECT_TRUE(public_evaluations(test.app()).empty()) << "nothing is locked yet";
}

TEST_P(EvaluationsTest, NeverTakeWhatChoseAPlaceForItsBaseline)
{
    form.first_day = first_day - days{1};
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
    form.first_day = first_day;
    form.weeks = 5;
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
    form.weeks = 4;
    EXPECT_EQ(refusal_of_planning(), std::nullopt);
}

TEST_P(EvaluationsTest, AreOfConfirmedHotspotsAlone)
{
    auto const version = open_hotspot(test.app(), kSouthDesk, treated).seen.hotspot.version;
    end_hotspot(test.app(), kSouthDesk, treated, version, "The works are over.");
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
}

TEST_P(EvaluationsTest, NeverLeaveAPlaceWithoutPatrolsWhereSeverityThreeStands)
{
    given_words(test, {.place = control, .woman = "her", .day = given_monday(), .severity = 3});
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
}

TEST_P(EvaluationsTest, DrawTheControlBelowTheMinimumOfSeverity)
{
    given_words(test, {.place = control, .woman = "her", .day = given_monday(), .severity = 1});
    form.minimum_severity = 1;
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
    form.minimum_severity = 2;
    EXPECT_EQ(refusal_of_planning(), std::nullopt);
}

TEST_P(EvaluationsTest, NeedWeeksWithoutVisitsBefore)
{
    visit(treated, first_day - days{1});
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
}

TEST_P(EvaluationsTest, CompareWithNoPlaceThatSomebodyVisits)
{
    visit(control, first_day + weeks{4} - days{1});
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
}

TEST_P(EvaluationsTest, BindAPlaceOnceAtATime)
{
    planned();
    EXPECT_EQ(refusal_of_planning(), Refusal::conflict);
    EXPECT_EQ(
        refusal_of([&] { plan_evaluation(test.app(), kSouthDesk, control, form); }),
        Refusal::conflict);
}

TEST_P(EvaluationsTest, AreLockedByOversightOnceBeforeThePatrolsBegin)
{
    auto const id = planned();
    EXPECT_EQ(
        refusal_of([&] { approve_evaluation(test.app(), kSouthDesk, id); }), Refusal::forbidden);
    EXPECT_EQ(locked_text_of(test.app(), kOversight, id), "");
    approve_evaluation(test.app(), kOversight, id);
    auto const evaluation = seen(id).evaluation;
    EXPECT_EQ(evaluation.state, EvaluationState::locked);
    EXPECT_EQ(evaluation.fingerprint, checksum(locked_text_of(test.app(), kOversight, id)));
    EXPECT_EQ(
        refusal_of([&] { approve_evaluation(test.app(), kOversight, id); }), Refusal::conflict);
    EXPECT_EQ(count_rows(test, "audit WHERE subject_kind = 'evaluation_lock'"), 1);
    EXPECT_EQ(
        open_hotspot(test.app(), kSouthDesk, control).events.back().kind,
        HotspotEvent::evaluation_locked);
    EXPECT_EQ(find_changed_evaluation(test.app()), std::nullopt);
}

TEST_P(EvaluationsTest, LapseWhereThePatrolsBeganFirst)
{
    auto const id = planned();
    live_until(first_day);
    EXPECT_EQ(
        refusal_of([&] { approve_evaluation(test.app(), kOversight, id); }), Refusal::conflict);
    EXPECT_EQ(publish_evaluations(test.app(), kSystem), 0);
    EXPECT_EQ(seen(id).evaluation.state, EvaluationState::lapsed);
}

TEST_P(EvaluationsTest, AreNotLockedOnceSomethingGraveWasSaidAtTheControl)
{
    auto const id = planned();
    given_words(test, {.place = control, .woman = "her", .day = given_monday(), .severity = 3});
    EXPECT_EQ(
        refusal_of([&] { approve_evaluation(test.app(), kOversight, id); }), Refusal::conflict);
    refuse_evaluation(test.app(), kOversight, id, "Somebody was followed there.");
    EXPECT_EQ(seen(id).evaluation.why, "Somebody was followed there.");
    EXPECT_EQ(
        refusal_of([&] { refuse_evaluation(test.app(), kOversight, id, "Again."); }),
        Refusal::conflict);
}

TEST_P(EvaluationsTest, KeepVisitsAwayAsLockedUnlessSomethingGraveStandsThere)
{
    locked();
    EXPECT_EQ(refusal_of([&] { visit(treated, first_day - days{1}); }), Refusal::conflict);
    EXPECT_EQ(refusal_of([&] { visit(treated, first_day); }), std::nullopt);
    auto const last = first_day + weeks{4} - days{1};
    EXPECT_EQ(refusal_of([&] { visit(control, last); }), Refusal::conflict);
    EXPECT_EQ(refusal_of([&] { visit(control, last + days{1}); }), std::nullopt);
    given_words(test, {.place = control, .woman = "her", .day = given_monday(), .severity = 3});
    EXPECT_EQ(refusal_of([&] { visit(control, last); }), std::nullopt);
}

TEST_P(EvaluationsTest, CountEachWomanOnceInASegmentAndSpan)
{
    auto const id = locked();
    for (auto const day : {first_day - weeks{4}, first_day - days{1}, first_day}) {
        given_words(test, {.place = treated, .woman = "one", .day = day});
    }
    given_words(test, {.place = treated, .segment = 1, .woman = "one", .day = first_day});
    given_words(test, {.place = treated, .woman = "two", .day = first_day + weeks{4} - days{1}});
    given_words(test, {.place = treated, .woman = "late", .day = first_day + weeks{4}});
    given_words(test, {.place = treated, .woman = "early", .day = given_monday() - days{1}});
    given_words(test, {.place = control, .woman = "two", .day = first_day - days{2}});
    visit(treated, first_day + days{3});
    live_until(first_day + days{3});
    auto const made = open_hotspot(test.app(), kSouthDesk, treated).visits.at(0).id;
    deliver_visit(test.app(), kSouthDesk, treated, made, {.day = today(), .minutes = 25});

    live_until(first_day + weeks{4} - days{1});
    EXPECT_EQ(publish_evaluations(test.app(), kSystem), 0) << "its last day";
    live_until(first_day + weeks{4});
    EXPECT_EQ(publish_evaluations(test.app(), kSystem), 1);
    EXPECT_EQ(publish_evaluations(test.app(), kSystem), 0);
    auto const result = seen(id).result.value();
    EXPECT_EQ(result.treated_before, 1);
    EXPECT_EQ(result.treated_after, 3);
    EXPECT_EQ(result.control_before, 1);
    EXPECT_EQ(result.control_after, 0);
    EXPECT_EQ(result.visits, 1);
    EXPECT_EQ(result.minutes, 25);
    EXPECT_EQ(result.visits_astray, 0);
    EXPECT_EQ(result.finding, Finding::too_few);
    EXPECT_FALSE(result.may_show_counts);
}

TEST_P(EvaluationsTest, SayNothingOfThePlaceBeforeTheyAreOverAndThenWhateverCameOut)
{
    auto const id = locked();
    auto const before = public_evaluations(test.app());
    EXPECT_EQ(cell_of_export("finding") + cell_of_export("bcu"), "");
    ASSERT_EQ(before.size(), 1U);
    EXPECT_FALSE(before[0].told);
    EXPECT_EQ(before[0].fingerprint, seen(id).evaluation.fingerprint);
    for (int woman = 0; woman < test.app().settings()->publication_threshold; ++woman) {
        for (auto const place : {treated, control}) {
            for (auto const day : {first_day - days{1}, first_day}) {
                given_words(
                    test, {.place = place, .woman = "w" + std::to_string(woman), .day = day});
            }
        }
    }
    live_until(first_day + weeks{4});
    publish_evaluations(test.app(), kSystem);
    auto const after = public_evaluations(test.app()).at(0);
    ASSERT_TRUE(after.told);
    EXPECT_EQ(after.told->hotspot, treated);
    EXPECT_EQ(after.told->bcu, kSouth);
    ASSERT_TRUE(after.told->difference);
    EXPECT_EQ(after.told->difference->estimate, 0.0);
    EXPECT_EQ(cell_of_export("finding"), "too_few");
    EXPECT_EQ(cell_of_export("control_after"), std::to_string(after.told->result.control_after));
    EXPECT_EQ(find_changed_evaluation(test.app()), std::nullopt);
}

TEST_P(EvaluationsTest, ShowWhenWhatWasLockedWasChanged)
{
    auto const id = locked();
    auto const change = [&](char const* column) {
        store::Transaction tx{test.db()};
        store::execute(tx, std::string{"UPDATE evaluation SET "} + column);
        tx.commit();
    };
    change("fall = 24");
    EXPECT_EQ(find_changed_evaluation(test.app()), id);
    change("fall = 25");
    EXPECT_EQ(find_changed_evaluation(test.app()), std::nullopt);
    // Locked again by hand, and by a fingerprint that fits: the audit does not know it.
    auto evaluation = seen(id).evaluation;
    change("fall = 24");
    change(
        ("fingerprint = '" + checksum(locked_text_of(test.app(), kOversight, id)) + "'").c_str());
    EXPECT_EQ(find_changed_evaluation(test.app()), id);
}

TEST_P(EvaluationsTest, SayAllThatIsWrongWithAPlan)
{
    auto const errors = errors_in(EvaluationForm{}, today());
    EXPECT_EQ(errors.list().size(), 4U);
    form.first_day = today();
    EXPECT_EQ(refusal_of_planning(), Refusal::invalid_input);
}

} // namespace
} // namespace wt::app
