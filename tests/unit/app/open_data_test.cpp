#include "app/answer_concern.hpp"
#include "app/open_data.hpp"
#include "app/open_data_files.hpp"
#include "app/publish_numbers.hpp"
#include "app/what_happened.hpp"
#include "base/csv.hpp"
#include "base/refusal.hpp"
#include "support/given_concerns.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <sstream>

namespace wt::app {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr Person kAdministrator{.role = Role::administrator};

class OpenDataTest : public AppOnBothDatabases
{
protected:
    OpenDataTest()
    {
        given_walk_with_two_women(test);
        test.app().reload();
        fs::create_directories(folder().parent_path());
    }

    fs::path folder() { return test.app().installation.data_dir / "export"; }

    OpenDataCounts write() { return export_open_data(test.app(), kAdministrator, folder()); }

    std::string text(std::string_view name)
    {
        std::ifstream file{folder() / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    std::map<std::string, std::string> all()
    {
        std::map<std::string, std::string> files;
        for (auto const& entry : fs::directory_iterator{folder()}) {
            files[entry.path().filename().string()] = text(entry.path().filename().string());
        }
        return files;
    }
};
WT_ON_BOTH_DATABASES(OpenDataTest);

TEST_P(OpenDataTest, HoldsConcernsAsThePagesListThem)
{
    given_passers_by(test, 5, given_place(1));
    given_passers_by(test, 1, given_place(2, {2}, "Hope Lane"));
    test.now += 7 * 24h; // public from the next Monday on
    auto const id = what_happened(test.app(), {}).concerns.front().id;
    answer_concern(
        test.app(),
        kSouthDesk,
        id,
        1,
        {AnswerKind::done, "Three lamps were repaired, at last.", ""});

    auto const counts = write();

    EXPECT_EQ(counts.concerns, 6);
    EXPECT_EQ(counts.points, 5);
    EXPECT_EQ(counts.answers, 1);
    std::istringstream file{text("concerns.csv")};
    CsvTable const table{file};
    ASSERT_EQ(table.rows().size(), 6U);
    int by_unit = 0;
    for (auto const& row : table.rows()) {
        bool const is_alone = table.cell(row, "level") == "bcu";
        by_unit += is_alone ? 1 : 0;
        EXPECT_EQ(table.cell(row, "street").empty(), is_alone);
        EXPECT_EQ(table.cell(row, "ward").empty(), is_alone);
        EXPECT_EQ(table.cell(row, "lat").empty(), is_alone);
    }
    EXPECT_EQ(by_unit, 1);
    EXPECT_NE(
        text("answers.csv").find("\"Three lamps were repaired, at last.\""), std::string::npos);
    EXPECT_EQ(nlohmann::json::parse(text("concerns.geojson"))["features"].size(), 5U);
}

TEST_P(OpenDataTest, PrioritiesAreShapedAsThoseOfPoliceUk)
{
    given_passers_by(test, 5, given_place());
    test.now += 7 * 24h;
    write();
    auto const wards = nlohmann::json::parse(text("priorities.json"));
    auto const& priority = wards.at("W1").at(0);
    EXPECT_EQ(priority.at("issue-date"), "2026-12-01T00:00:00");
    EXPECT_TRUE(priority.at("action").is_null());
    EXPECT_TRUE(priority.at("action-date").is_null());
    EXPECT_NE(priority.at("issue").get<std::string>().find("5 times"), std::string::npos);
}

TEST_P(OpenDataTest, TheSameDataGiveTheSameBytesAndReplaceTheOldOnes)
{
    given_passers_by(test, 6, given_place());
    test.now += 7 * 24h;
    write();
    auto const first = all();
    EXPECT_EQ(first.size(), list_open_files().size());
    write();
    EXPECT_EQ(all(), first);
    std::size_t beside = 0;
    for (auto const& entry : fs::directory_iterator{folder().parent_path()}) {
        beside += entry.path().filename().string().starts_with(".export") ? 1U : 0U;
    }
    EXPECT_EQ(beside, 0U);
}

TEST_P(OpenDataTest, EveryTableIsInTheDictionaries)
{
    write();
    auto const metadata = nlohmann::json::parse(text("csv-metadata.json"));
    std::size_t tables = 0;
    for (auto const& file : list_open_files()) {
        EXPECT_TRUE(fs::exists(folder() / file.name)) << file.name;
        EXPECT_NE(text("README.md").find(file.name), std::string::npos);
        if (!file.columns.empty()) {
            auto const& table = metadata.at("tables").at(tables++);
            EXPECT_EQ(table.at("url"), file.name);
            std::string head;
            for (auto const& column : table.at("tableSchema").at("columns")) {
                head += (head.empty() ? "" : ",") + column.at("name").get<std::string>();
            }
            EXPECT_TRUE(text(file.name).starts_with(head + "\r\n")) << file.name;
        }
    }
    EXPECT_NE(text("LICENCE.txt").find("Open Government Licence v3.0"), std::string::npos);
}

TEST_P(OpenDataTest, AFolderWithSomethingElseStays)
{
    fs::create_directories(folder());
    std::ofstream{folder() / "precious"} << "mine";
    EXPECT_THROW(write(), Refusal);
    EXPECT_TRUE(fs::exists(folder() / "precious"));
}

TEST_P(OpenDataTest, OnlyAdministratorsAndTheWorkerWriteIt)
{
    EXPECT_THROW(export_open_data(test.app(), kSouthDesk, folder()), Refusal);
}

TEST_P(OpenDataTest, TheWorkerMakesOneWithTheNumbersOfEachMonth)
{
    given_passers_by(test, 6, given_place());
    test.now += 7 * 24h;
    refresh_open_data(test.app());
    EXPECT_EQ(find_open_file(test.app(), "concerns.csv"), std::nullopt); // nothing is due
    test.now += 24h * 40;
    publish_numbers(test.app(), kSystem);
    refresh_open_data(test.app());
    EXPECT_EQ(find_open_file(test.app(), "month.txt"), "2026-12\n");
    refresh_open_data(test.app());
    EXPECT_EQ(count_rows(test, "audit WHERE action = 'export_open_data'"), 1);
}

TEST_P(OpenDataTest, OnlyItsOwnFilesAreServed)
{
    test.now += 24h * 40;
    given_passers_by(test, 6, given_place());
    test.now += 7 * 24h;
    test.now += 24h * 40;
    publish_numbers(test.app(), kSystem);
    refresh_open_data(test.app());
    EXPECT_TRUE(find_open_file(test.app(), "numbers.csv"));
    for (auto const* const name : {"../walktalk.db", "", ".", "/etc/passwd", "numbers.csv/"}) {
        EXPECT_EQ(find_open_file(test.app(), name), std::nullopt) << name;
    }
}

} // namespace
} // namespace wt::app
