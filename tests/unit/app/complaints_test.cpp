#include "app/complaints.hpp"
#include "app/retention.hpp"
#include "app/staff_contact.hpp"
#include "base/refusal.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"
#include "support/refusal_of.hpp"

#include <gtest/gtest.h>

namespace wt::app {
namespace {

constexpr Person kStandards{.role = Role::standards, .id = 91};
constexpr Person kWatchdog{.role = Role::watchdog, .id = 92};
constexpr Person kAdministrator{.role = Role::administrator};

NewComplaint to(ComplaintRecipient recipient, std::string client_id = "complaint-1")
{
    return {
        .client_id = std::move(client_id),
        .recipient = recipient,
        .facts = {
            .matters = {ComplaintMatter::disrespect},
            .words = "He laughed at me.",
            .about = "A tall officer"}};
}

class Complaints : public AppOnBothDatabases
{
protected:
    Complaints()
    {
        given_walk_with_two_women(test);
        store::Transaction tx{test.db()};
        store::execute(
            tx,
            "INSERT INTO staff (id, sign_in_name, name, role, created_at) VALUES "
            "(91, 'stan', 'Stan', 'standards', 0), (92, 'wanda', 'Wanda', 'watchdog', 0)");
        tx.commit();
        set_staff_contact(test.app(), kAdministrator, "stan", "stan@force.example");
        set_staff_contact(test.app(), kAdministrator, "wanda", "wanda@watchdog.example");
    }

    std::string complain(NewComplaint const& complaint)
    {
        return app::complain(test.app(), kVisitor, complaint, nullptr);
    }
    ComplaintId only(Person const& person) { return list_complaints(test.app(), person).at(0).id; }
};
WT_ON_BOTH_DATABASES(Complaints);

TEST_P(Complaints, GoToWhomSheChoseAndToNobodyElse)
{
    complain(to(ComplaintRecipient::watchdog));
    EXPECT_TRUE(list_complaints(test.app(), kStandards).empty());
    auto const id = only(kWatchdog);
    EXPECT_EQ(refusal_of([&] { open_complaint(test.app(), kStandards, id); }), Refusal::not_found);
    for (auto const& role : kRoles) {
        if (role.value == Role::standards || role.value == Role::watchdog) {
            continue;
        }
        Person const other{.role = role.value, .id = 9, .bcu = kSouth};
        EXPECT_EQ(refusal_of([&] { list_complaints(test.app(), other); }), Refusal::forbidden);
        EXPECT_EQ(refusal_of([&] { open_complaint(test.app(), other, id); }), Refusal::forbidden);
    }
    EXPECT_EQ(count_rows(test, "message WHERE staff_id = 92"), 1);
    EXPECT_EQ(count_rows(test, "message WHERE staff_id = 91"), 0);
}

TEST_P(Complaints, AreSealedAndTheAuditDoesNotSayWhose)
{
    auto const she = ana(test);
    app::complain(test.app(), she.person(), to(ComplaintRecipient::standards), &she);
    EXPECT_EQ(
        open_complaint(test.app(), kStandards, only(kStandards)).facts.words, "He laughed at me.");
    EXPECT_EQ(count_rows(test, "complaint WHERE sealed LIKE '%laughed%'"), 0);
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'complain' AND actor_id = 0"), 1);
    EXPECT_EQ(
        count_rows(test, "audit WHERE action = 'see_complaints' AND subject_kind = 'complaint'"),
        1);
}

TEST_P(Complaints, SentTwiceAreOneWithOneLink)
{
    auto const first = complain(to(ComplaintRecipient::standards));
    EXPECT_EQ(complain(to(ComplaintRecipient::standards)), first);
    EXPECT_EQ(count_rows(test, "complaint"), 1);
    EXPECT_EQ(require_complaint_by_link(test.app(), first).state, ComplaintState::received);
    EXPECT_EQ(
        refusal_of([&] { require_complaint_by_link(test.app(), "a forged link"); }),
        Refusal::not_found);
}

TEST_P(Complaints, SheFollowsThemAndIsToldWhy)
{
    auto const token = complain(to(ComplaintRecipient::standards));
    auto const id = only(kStandards);
    EXPECT_EQ(check_answer({.state = ComplaintState::upheld, .sentence = ""}).list().size(), 1U);
    EXPECT_TRUE(check_answer({.state = ComplaintState::looking, .sentence = ""}).empty());
    answer_complaint(
        test.app(), kStandards, id, 1, {.state = ComplaintState::looking, .sentence = ""});
    EXPECT_EQ(
        refusal_of([&] {
            answer_complaint(
                test.app(), kStandards, id, 1, {.state = ComplaintState::looking, .sentence = ""});
        }),
        Refusal::conflict);
    answer_complaint(
        test.app(),
        kStandards,
        id,
        2,
        {.state = ComplaintState::upheld,
         .sentence = "You were right. She does not walk any more."});
    auto const hers = require_complaint_by_link(test.app(), token);
    EXPECT_EQ(hers.state, ComplaintState::upheld);
    ASSERT_EQ(hers.steps.size(), 3U);
    EXPECT_EQ(hers.steps.back().sentence, "You were right. She does not walk any more.");
    EXPECT_EQ(
        refusal_of([&] {
            answer_complaint(
                test.app(), kStandards, id, 3, {.state = ComplaintState::looking, .sentence = ""});
        }),
        Refusal::conflict); // it is over
}

TEST_P(Complaints, OnHerPageAreHersAloneAndAboutWalksOfHers)
{
    auto const she = ana(test);
    auto about_walk = to(ComplaintRecipient::standards);
    about_walk.facts.walk = kTheWalk;
    about_walk.facts.officer = OfficerId{12};
    app::complain(test.app(), she.person(), about_walk, &she);
    EXPECT_EQ(list_own_complaints(test.app(), she).size(), 1U);
    EXPECT_TRUE(list_own_complaints(test.app(), bea(test)).empty());
    auto strange = to(ComplaintRecipient::standards, "complaint-2");
    strange.facts.walk = kTheWalk;
    strange.facts.officer = OfficerId{13}; // was not on it
    EXPECT_EQ(
        refusal_of([&] { app::complain(test.app(), she.person(), strange, &she); }),
        Refusal::not_found);
    EXPECT_EQ(refusal_of([&] { complain(about_walk); }), Refusal::not_found);
}

TEST_P(Complaints, StayWhenSheIsErasedAndLeadToNobody)
{
    auto const she = ana(test);
    app::complain(test.app(), she.person(), to(ComplaintRecipient::standards), &she);
    EXPECT_EQ(count_rows(test, "complaint WHERE owner_hash IS NOT NULL"), 1);
    store::Transaction tx{test.db()};
    erase_for_retention(test.app(), tx, she.id);
    tx.commit();
    EXPECT_EQ(count_rows(test, "complaint WHERE owner_hash IS NOT NULL"), 0);
    EXPECT_EQ(count_rows(test, "complaint"), 1);
}

TEST_P(Complaints, OversightCountsThemAndTheyGoAfterTheirTime)
{
    complain(to(ComplaintRecipient::standards));
    auto const counts = count_complaints(test.app(), {.role = Role::oversight, .id = 7});
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts.front().count, 1);
    EXPECT_EQ(refusal_of([&] { count_complaints(test.app(), kSouthDesk); }), Refusal::forbidden);
    answer_complaint(
        test.app(),
        kStandards,
        only(kStandards),
        1,
        {.state = ComplaintState::passed_on,
         .sentence = "We have passed it to the transport police."});
    test.now += std::chrono::days{365};
    EXPECT_EQ(erase_old_complaints(test.app()), 0);
    test.now += std::chrono::milliseconds{1};
    EXPECT_EQ(erase_old_complaints(test.app()), 1);
    EXPECT_EQ(count_rows(test, "complaint_event"), 0);
}

TEST(CheckComplaint, SaysAllThatIsWrong)
{
    NewComplaint const wrong{
        .client_id = "short",
        .facts = {.matters = {}, .words = std::string(2001, 'a'), .about = std::string(101, 'a')}};
    EXPECT_EQ(check_complaint(wrong).list().size(), 5U);
}

} // namespace
} // namespace wt::app
