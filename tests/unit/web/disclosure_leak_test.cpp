#include "app/disclosures.hpp"
#include "app/outbox.hpp"
#include "app/staff_contact.hpp"
#include "browser.hpp"
#include "daylight/zone.hpp"
#include "store/backup.hpp"
#include "store/migrations.hpp"
#include "store/sql.hpp"
#include "support/given_concerns.hpp"
#include "support/given_staff.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace wt::web {
namespace {

namespace fs = std::filesystem;

constexpr int kOfEach = 100; // of officers, and of desks who read words
constexpr Person kSafeguarding{.role = Role::safeguarding, .id = 81};

/// Everything that somebody could look at for traces of a disclosure.
class DisclosureLeak : public AppOnBothDatabases
{
protected:
    DisclosureLeak()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        officer_.put_cookies(Fields{
            {{"session",
              given_session(
                  test,
                  {.role = Role::officer, .id = 43, .bcu = kSouth, .officer = OfficerId{11}})}}});
        desk_.put_cookies(Fields{
            {{"session", given_session(test, {.role = Role::desk, .id = 61, .bcu = kSouth})}}});
        oversight_.put_cookies(
            Fields{{{"session", given_session(test, {.role = Role::oversight, .id = 62})}}});
        given_session(test, kSafeguarding);
        app::set_staff_contact(
            test.app(), {.role = Role::administrator}, "staff-81", "sam@force.example");
        given_passers_by(test, 6, given_place()); // what else is said goes on
        previous_ = spdlog::default_logger();
        spdlog::set_default_logger(std::make_shared<spdlog::logger>(
            "leak", std::make_shared<spdlog::sinks::ostream_sink_mt>(log_)));
    }
    ~DisclosureLeak() override { spdlog::set_default_logger(previous_); }

    /// An officer on her walk, by her page.
    void told_to_an_officer(int i)
    {
        auto const spoken =
            std::chrono::floor<std::chrono::minutes>(test.now - std::chrono::minutes{37 * i + 61});
        auto const local = daylight::require_zone("Europe/London").local(spoken);
        auto const day = std::chrono::year_month_day{local.day};
        numbers_.insert(std::to_string(to_milliseconds(spoken)));
        auto const reference = fmt::format("QX{:04}/7Z13", i);
        words_.insert(reference);
        auto const response = officer_.post(
            "/officer/walks/21/disclosures",
            {{"client_id", fmt::format("officer-{:04}", i)},
             {"spoken_at-day", std::to_string(unsigned{day.day()})},
             {"spoken_at-month", std::to_string(unsigned{day.month()})},
             {"spoken_at-year", std::to_string(int{day.year()})},
             {"time", fmt::format("{:02}:{:02}", local.hour, local.minute)},
             {"reference", reference}});
        ASSERT_EQ(where_to(response), "/officer/walks/21") << response.body;
    }

    /// In the words of a concern, which the desk reads and hands over.
    void found_by_the_desk(int i)
    {
        auto const now = test.now;
        test.now += std::chrono::days{4000 + i}; // a day like no other
        auto const day = daylight::require_zone("Europe/London").day_of(test.now);
        numbers_.insert(std::to_string(day.time_since_epoch().count()));
        auto place = given_place(770'000'000 + i, {1}, fmt::format("Zzyzx Lane {}", i));
        place.segment.midpoint = {51.777'001 + 0.000'01 * i, -0.777'001};
        numbers_.insert(std::to_string(place.segment.way));
        numbers_.insert(fmt::format("{}", place.segment.midpoint.lat));
        words_.insert("Zzyzx");
        words_.insert(fmt::format("unspeakable-{}", i));
        auto said = given_words_of_ana(fmt::format("words-{:04}", i));
        said.words = fmt::format("He did the unspeakable-{} there.", i);
        said.digest = fmt::format("digest {}", i);
        auto const concern = app::record_concern_at(test.app(), kOfficer, said, place);
        test.now = now;
        if (i == 0) { // so that the test looks where it stood
            EXPECT_NE(dump().find("Zzyzx"), std::string::npos);
            EXPECT_NE(dump().find("770000000"), std::string::npos);
        }
        auto const path = fmt::format("/desk/concerns/{}", concern.value);
        desk_.post(path + "/words", {{"reason", "safeguarding"}});
        desk_.get(path + "/disclosure");
        ASSERT_EQ(where_to(desk_.post(path + "/disclosure")), "/desk/concerns");
    }

    /// All tables but those of disclosures. The moments of the audit are those of the deeds.
    std::string dump()
    {
        std::string text;
        auto tables = store::list_tables();
        std::erase(tables, "disclosure");
        std::erase(tables, "disclosure_event");
        store::Reading reading{test.db()};
        store::dump_tables(reading, tables, [&](std::string const& line) { text += line + "\n"; });
        return text;
    }

    std::string files()
    {
        std::string text;
        for (auto const& entry :
             fs::recursive_directory_iterator{test.app().installation.data_dir}) {
            if (entry.is_regular_file()) {
                std::ifstream in{entry.path(), std::ios::binary};
                text.append(std::istreambuf_iterator<char>{in}, {});
            }
        }
        return text;
    }

    /// The bytes of the database itself, where it is a file.
    std::string database_bytes()
    {
        if (GetParam() != store::Dialect::sqlite) {
            return {};
        }
        store::Reading reading{test.db()};
        auto const file =
            store::find_value<std::string>(reading, "SELECT file FROM pragma_database_list");
        std::string bytes;
        for (auto const* const suffix : {"", "-wal"}) {
            std::ifstream in{*file + suffix, std::ios::binary};
            bytes.append(std::istreambuf_iterator<char>{in}, {});
        }
        return bytes;
    }

    std::string pages()
    {
        std::string text;
        for (auto const* const path : {"/", "/concerns", "/concerns/points.geojson", "/mine/Ana"}) {
            text += visitor_.get(path).content();
        }
        for (auto const* const path : {"/officer/walks", "/officer/walks/21"}) {
            text += officer_.get(path).body;
        }
        for (auto const* const path : {"/desk/concerns", "/desk/queue", "/desk/walks"}) {
            text += desk_.get(path).body;
        }
        for (auto const* const path : {"/oversight/audit", "/oversight/complaints"}) {
            text += oversight_.get(path).body;
        }
        for (auto* const browser : {&visitor_, &officer_, &desk_, &oversight_}) {
            text += browser->get_from_here("/metrics").body;
        }
        return text;
    }

    void expect_nothing_in(std::string const& text, char const* where)
    {
        for (auto const& word : words_) {
            EXPECT_EQ(text.find(word), std::string::npos) << word << " in " << where;
        }
    }
    /// No number of a disclosure stands in `text`, alone or as a part of another text.
    void expect_no_number_in(std::string const& text, char const* where)
    {
        std::string number;
        for (char const c : text + " ") {
            if ((c >= '0' && c <= '9') || c == '.') {
                number += c;
            } else {
                EXPECT_FALSE(numbers_.contains(number)) << number << " in " << where;
                number.clear();
            }
        }
    }

    std::ostringstream log_;
    std::shared_ptr<spdlog::logger> previous_;
    Browser visitor_{test};
    Browser officer_{test};
    Browser desk_{test};
    Browser oversight_{test};
    std::set<std::string> words_;
    std::set<std::string> numbers_;
};
WT_ON_BOTH_DATABASES(DisclosureLeak);

TEST_P(DisclosureLeak, NothingOfTwoHundredIsAnywhereElse)
{
    for (int i = 0; i < kOfEach; ++i) {
        told_to_an_officer(i);
        found_by_the_desk(i);
    }
    app::call_second_persons(test.app());
    auto const outbox = test.app().installation.data_dir / "outbox";
    app::Channels channels{
        .email = notify::make_folder_channel(outbox, "from@example.org"),
        .text = notify::make_closed_channel()};
    while (app::send_one_message(test.app(), channels)) {
    }
    ASSERT_EQ(app::list_disclosures(test.app(), kSafeguarding).size(), 2U * kOfEach);

    auto const tables = dump();
    expect_nothing_in(tables, "the tables");
    expect_no_number_in(tables, "the tables");
    auto const sent = files();
    EXPECT_NE(sent.find("sam@force.example"), std::string::npos);
    expect_nothing_in(sent, "the files");
    expect_no_number_in(sent, "the files");
    expect_nothing_in(database_bytes(), "the bytes of the database");
    auto const shown = pages();
    EXPECT_NE(shown.find("walktalk_http_requests_total"), std::string::npos);
    expect_nothing_in(shown, "the pages");
    expect_no_number_in(shown, "the pages");
    EXPECT_NE(log_.str().find("/officer/walks/{walk}/disclosures"), std::string::npos);
    expect_nothing_in(log_.str(), "the log");
    expect_no_number_in(log_.str(), "the log");
}

} // namespace
} // namespace wt::web
