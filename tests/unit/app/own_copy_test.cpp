#include "app/answer_concern.hpp"
#include "app/officer_walks.hpp"
#include "app/own_concerns.hpp"
#include "app/own_copy.hpp"
#include "app/own_requests.hpp"
#include "app/record_concern.hpp"
#include "store/requests.hpp"
#include "store/sql.hpp"
#include "support/given.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>

namespace wt::app {
namespace {

using Json = nlohmann::json;

/// Ana has been on a walk that was broken off, and what she pointed out there was answered.
class OwnCopyTest : public AppOnBothDatabases
{
protected:
    void SetUp() override
    {
        given_force(test);
        given_officers(test);
        auto wish = given_wish();
        wish.details.words = "I wear a red coat.";
        auto const asked = ask_for_walk(test.app(), kVisitor, wish, "form of Ana");
        token = asked.token;
        given_published_plan(test);
        auto const walk = list_own_requests(test.app(), she()).front().walks.front();
        auto const her_officer = officer(walk.officers.front().id);
        accept_proposal(test.app(), she(), walk.id);
        test.now = walk.time.from;
        start_walk(test.app(), her_officer, walk.id);
        point_out(her_officer, walk.id, asked.request);
        call_walk_away(test.app(), her_officer, walk.id, "The library");
        auto const her_id = she().id;
        store::Transaction tx{test.db()};
        store::insert_refused_officer(tx, her_id, kBeth);
        tx.commit();
    }

    void point_out(Person const& her_officer, WalkId walk, RequestId request)
    {
        auto const concern = record_concern_at(
            test.app(),
            her_officer,
            {.client_id = "of-ana-1",
             .digest = "d",
             .category = Category::lighting,
             .severity = 2,
             .felt = FeltWhen::dark,
             .source = ConcernSource::walk,
             .walk = walk,
             .request = request,
             .words = "Three lamps are out."},
            {.segment = {.way = 7, .midpoint = kCamberwell, .network_version = "a"},
             .street = "Camden Street",
             .bcu = kBcu,
             .ward = kWard});
        answer_concern(
            test.app(),
            {.role = Role::desk, .id = given_desk(), .bcu = kBcu},
            concern,
            1,
            {AnswerKind::done, "Three lamps were repaired on Monday.", ""});
        auto const answer = list_own_concerns(test.app(), she()).front().answers.front().id;
        give_verdict(test.app(), she(), answer, Verdict::not_true);
    }

    std::int64_t given_desk()
    {
        store::Transaction tx{test.db()};
        store::execute(
            tx,
            "INSERT INTO staff (id, sign_in_name, name, role, bcu_id, created_at) "
            "VALUES (41, 'south', 'South', 'desk', 1, 0)");
        tx.commit();
        return 41;
    }

    Participant she() { return require_participant(test.app(), token); }
    Json copy() { return Json::parse(own_copy(test.app(), she())); }

    std::string token;
};
WT_ON_BOTH_DATABASES(OwnCopyTest);

TEST_P(OwnCopyTest, HoldsWhatSheToldAndWhatBecameOfIt)
{
    auto const json = copy();
    auto const& concern = json["concerns"][0];
    EXPECT_EQ(concern["street"], "Camden Street");
    EXPECT_EQ(concern["words"], "Three lamps are out.");
    EXPECT_EQ(concern["felt"], "dark");
    EXPECT_EQ(concern["answers"][0]["sentence"], "Three lamps were repaired on Monday.");
    EXPECT_EQ(concern["answers"][0]["your_verdict"], "not_true");
    auto const& request = json["requests"][0];
    EXPECT_EQ(request["words"], "I wear a red coat.");
    EXPECT_EQ(request["walks"][0]["state"], "called_away");
    EXPECT_EQ(request["walks"][0]["safe_place"], "The library");
    EXPECT_EQ(request["walks"][0]["meeting_point"]["name"], "Camberwell Road");
    EXPECT_EQ(json["refused_officers"][0], "Beth");
}

TEST_P(OwnCopyTest, OpensNothing)
{
    EXPECT_EQ(own_copy(test.app(), she()).find(token), std::string::npos);
}

/// Where in the copy a table's rows about her stand: a path of which the end is not empty. A new
/// table that knows her fails this test until it has its place, or a reason to have none.
std::map<std::string, std::string> const kPlaces{
    {"participant_private", "/name"},
    {"request", "/requests/0/asked_at"},
    {"request_private", "/requests/0/places"},
    {"refused_officer", "/refused_officers"},
    {"message", "/messages"},
    {"walk_request", "/requests/0/walks/0/your_place"},
    {"walk_private", "/requests/0/walks/0/safe_place"},
    {"concern", "/concerns/0/street"},
    {"concern_private", "/concerns/0/words"},
    {"participant_key", ""}, // opens the rest: of no use outside the database
    {"one_time_code", ""},   // a hash, used up by the download itself
};

TEST_P(OwnCopyTest, HasAPlaceForEveryTableThatKnowsHer)
{
    store::Reading reading{test.db()};
    bool const is_sqlite = test.db().dialect() == store::Dialect::sqlite;
    auto const tables = store::list_rows<std::string>(
        reading,
        is_sqlite ? "SELECT DISTINCT t.name FROM sqlite_master t, pragma_table_info(t.name) c "
                    "WHERE t.type = 'table' AND "
                    "c.name IN ('participant_id', 'request_id', 'pseudonym')"
                  : "SELECT DISTINCT CAST(table_name AS TEXT) FROM information_schema.columns "
                    "WHERE table_schema = current_schema() AND "
                    "column_name IN ('participant_id', 'request_id', 'pseudonym')");
    EXPECT_EQ(tables.size(), kPlaces.size());
    auto const json = copy();
    for (auto const& [table] : tables) {
        ASSERT_TRUE(kPlaces.contains(table)) << table;
        auto const& place = kPlaces.at(table);
        if (!place.empty()) {
            // "", [] and {} are empty
            EXPECT_GT(json.at(Json::json_pointer{place}).dump().size(), 2U) << table;
        }
    }
}

} // namespace
} // namespace wt::app
