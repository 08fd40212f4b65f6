#include "app/record.hpp"
#include "app/see_audit.hpp"
#include "base/refusal.hpp"
#include "support/test_app.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace wt::app {
namespace {

constexpr Person kOversight{.role = Role::oversight, .id = 9};

class SeeAudit : public AppOnBothDatabases
{
protected:
    void given_rows(int count, Action action)
    {
        store::Transaction tx{test.db()};
        for (int i = 1; i <= count; ++i) {
            record(test.app(), tx, kOversight, action, WalkId{i}, Reason::the_walk);
        }
        tx.commit();
    }
    AuditPage list(AuditFilter const& filter) { return list_audit(test.app(), kOversight, filter); }
};
WT_ON_BOTH_DATABASES(SeeAudit);

TEST_P(SeeAudit, ShowsTheNewestFirstAndEveryRowOnce)
{
    given_rows(5, Action::see_walk);
    auto const first = list({.limit = 2});
    ASSERT_TRUE(first.next);
    auto const second = list({.before = first.next, .limit = 2});
    auto const third = list({.before = second.next, .limit = 2});
    EXPECT_FALSE(third.next);
    std::vector<std::int64_t> walks;
    for (auto const& page : {first, second, third}) {
        for (auto const& row : page.rows) {
            walks.push_back(row.subject_id);
        }
    }
    EXPECT_EQ(walks, (std::vector<std::int64_t>{5, 4, 3, 2, 1}));
}

TEST_P(SeeAudit, TellsWhoDidWhatToWhatAndWhy)
{
    given_rows(1, Action::see_walk);
    auto const row = list({}).rows.at(0);
    EXPECT_EQ(row.at, test.now);
    EXPECT_EQ(row.actor_kind, "oversight");
    EXPECT_EQ(row.actor_id, 9);
    EXPECT_EQ(row.action, "see_walk");
    EXPECT_EQ(row.subject_kind, "walk");
    EXPECT_EQ(row.reason, "the_walk");
}

TEST_P(SeeAudit, ShowsOneKindAlone)
{
    given_rows(2, Action::see_walk);
    given_rows(1, Action::start_walk);
    EXPECT_EQ(list({.action = Action::start_walk}).rows.size(), 1U);
    EXPECT_EQ(list({.action = Action::see_walk, .limit = 1}).rows.at(0).subject_id, 2);
    EXPECT_TRUE(list({.action = Action::sign_in}).rows.empty());
}

TEST_P(SeeAudit, SaysWhetherEveryRowIsInTheChain)
{
    given_rows(1, Action::see_walk);
    EXPECT_FALSE(list({}).is_all_sealed);
    store::seal_audit(test.db(), test.app().keys.key(store::KeyPurpose::audit));
    EXPECT_TRUE(list({}).is_all_sealed);
}

TEST_P(SeeAudit, ChoosesByWhoAndByWhatItWasDoneTo)
{
    given_rows(3, Action::see_walk);
    EXPECT_EQ(list({.subject_id = 2}).rows.size(), 1U);
    EXPECT_EQ(list({.role = Role::desk}).rows.size(), 0U);
    EXPECT_EQ(list({.action = Action::see_walk, .role = Role::oversight}).rows.size(), 3U);
    EXPECT_EQ(list({.actor_id = 8}).rows.size(), 0U);
    EXPECT_EQ(list({.action = Action::see_walk, .actor_id = 9}).rows.size(), 3U);
}

TEST_P(SeeAudit, ChoosesWholeDaysOfTheForcesZone)
{
    given_rows(1, Action::see_walk);
    auto const day = Day{std::chrono::floor<std::chrono::days>(test.now).time_since_epoch()};
    auto const of = [&](int first, int last) {
        return list({.action = Action::see_walk,
                     .first_day = day + std::chrono::days{first},
                     .last_day = day + std::chrono::days{last}})
            .rows.size();
    };
    EXPECT_EQ(of(0, 0), 1U);
    EXPECT_EQ(of(-3, -1), 0U);
    EXPECT_EQ(of(1, 3), 0U);
}

TEST_P(SeeAudit, TheLookIsItselfInTheAudit)
{
    list({});
    auto const rows = list({}).rows;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].action, "see_audit");
    EXPECT_EQ(rows[0].actor_id, 9);
}

/// All lines of the file, and into how many parts it came.
std::pair<std::string, int> drained(std::function<std::string()> const& next_part)
{
    std::string text;
    int parts = 0;
    for (auto part = next_part(); !part.empty(); part = next_part()) {
        text += part;
        ++parts;
    }
    return {text, parts};
}

TEST_P(SeeAudit, TheFileHasEveryRowOnceHoweverMany)
{
    given_rows(2500, Action::see_walk);
    given_rows(3, Action::start_walk);
    auto const [text, parts] =
        drained(export_audit(test.app(), kOversight, {.action = Action::see_walk}));
    EXPECT_EQ(parts, 4) << "the head, and three times up to a thousand rows";
    EXPECT_EQ(std::ranges::count(text, '\n'), 2501);
    EXPECT_TRUE(text.starts_with("id,at,actor,actor_id,action,subject,subject_id,reason\r\n"));
    EXPECT_NE(
        text.find(",2026-12-02T12:00:00Z,oversight,9,see_walk,walk,2500,the_walk\r\n"),
        std::string::npos);
    EXPECT_EQ(text.find("start_walk"), std::string::npos);
    EXPECT_THROW(export_audit(test.app(), {.role = Role::desk}, {}), Refusal);
}

TEST_P(SeeAudit, IsForOversightAndAdministratorsAlone)
{
    for (auto const role : {Role::officer, Role::desk, Role::visitor, Role::participant}) {
        EXPECT_THROW(list_audit(test.app(), {.role = role}, {}), Refusal);
    }
    EXPECT_NO_THROW(list_audit(test.app(), {.role = Role::administrator}, {}));
}

} // namespace
} // namespace wt::app
