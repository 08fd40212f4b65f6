#include "app/backup.hpp"
#include "app/backup_file.hpp"
#include "app/retention.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/backup.hpp"
#include "store/participants.hpp"
#include "store/sql.hpp"
#include "support/bare_rows.hpp"
#include "support/refusal_of.hpp"
#include "support/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace wt::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

/// An installation whose master key another can share.
class Installed
{
public:
    Installed(store::Dialect dialect, SecretKey const& master, Instant now)
        : database_{dialect},
          app_{database_.db(), store::Keyring{database_.db(), master}, Installation{}, [now] {
                   return now;
               }}
    {
    }

    App& app() { return app_; }

private:
    TestDb database_;
    App app_;
};

std::string read_gzip(fs::path const& file)
{
    auto* const in = gzopen(file.c_str(), "rb");
    std::vector<char> part(1 << 20);
    auto const size = gzread(in, part.data(), static_cast<unsigned>(part.size()));
    gzclose(in);
    return {part.begin(), part.begin() + size};
}

void write_gzip(fs::path const& file, std::string const& text)
{
    auto* const out = gzopen(file.c_str(), "wb");
    gzwrite(out, text.data(), static_cast<unsigned>(text.size()));
    gzclose(out);
}

constexpr Person kAdministrator{.role = Role::administrator};

class BackupTest : public testing::TestWithParam<store::Dialect>
{
protected:
    BackupTest()
    {
        fs::create_directories(folder);
        given_force(source.app().db);
        ada = given_participant(source.app());
        given_walk(source.app(), given_request(source.app(), ada), now + std::chrono::hours{9});
        store::Transaction tx{source.app().db};
        store::execute(
            tx,
            "INSERT INTO place (name, identity, search_key, lat, lon) "
            "VALUES ('Bishop''s \"Park\"\nŵ', 'park', 'x', 51.470000000000006, -0.1)");
        tx.commit();
    }
    ~BackupTest() override { fs::remove_all(folder); }

    /// An empty installation of the other kind, so that a backup crosses over.
    Installed other(Instant when) const
    {
        auto const dialects = list_test_dialects();
        return Installed{
            GetParam() == dialects.back() ? dialects.front() : dialects.back(), master, when};
    }

    /// But for the row of the audit that says that it was restored.
    static std::string all_lines(App& app)
    {
        std::vector<std::string> lines;
        store::Reading reading{app.db};
        auto tables = store::list_backup_tables();
        tables.insert(tables.end(), store::kKeyTables.begin(), store::kKeyTables.end());
        store::dump_tables(reading, tables, [&](auto const& line) { lines.push_back(line); });
        std::string text;
        std::ranges::sort(lines);
        std::erase_if(lines, [](std::string const& line) {
            return line.find("\"restore\"") != std::string::npos;
        });
        for (auto const& line : lines) {
            text += line + "\n";
        }
        return text;
    }

    /// The file with `change` done to its bytes.
    void edit(fs::path const& name, auto const& change) const
    {
        std::stringstream bytes;
        bytes << std::ifstream{name, std::ios::binary}.rdbuf();
        std::string content = bytes.str();
        change(content);
        std::ofstream{name, std::ios::binary} << content;
    }

    Instant const now = Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2}};
    SecretKey const master = SecretKey::make_random();
    fs::path const folder = fs::temp_directory_path() / ("wt_backup_" + random_token());
    fs::path const file = folder / "monday.backup";
    fs::path const keys = folder / "monday.backup.keys";
    Installed source{GetParam(), master, now};
    ParticipantId ada;
};
WT_ON_BOTH_DATABASES(BackupTest);

TEST_P(BackupTest, EveryRowComesBackInTheOtherDatabase)
{
    auto const rows = back_up(source.app(), kAdministrator, file);
    auto target = other(now);
    auto const restored = restore(target.app(), kAdministrator, file, WithKeys::required);
    EXPECT_EQ(restored.rows, rows);
    EXPECT_EQ(restored.erased, 0);
    EXPECT_EQ(all_lines(target.app()), all_lines(source.app()));
    EXPECT_THAT(all_lines(target.app()), HasSubstr("51.470000000000006"));
    for (auto const* const action : {"back_up", "restore"}) {
        EXPECT_EQ(
            count_rows(
                target.app().db,
                std::string{"SELECT count(*) FROM audit WHERE action = '"} + action + "'"),
            1);
    }
}

TEST_P(BackupTest, TheDatabaseGoesOnCountingAfterwards)
{
    back_up(source.app(), kAdministrator, file);
    auto target = other(now);
    restore(target.app(), kAdministrator, file, WithKeys::required);
    store::Transaction tx{target.app().db};
    store::execute(
        tx,
        "INSERT INTO place (name, identity, search_key, lat, lon) "
        "VALUES ('New', 'new', 'new', 0, 0)");
    EXPECT_EQ(store::find_value<std::int64_t>(tx, "SELECT max(id) FROM place"), 2);
}

TEST_P(BackupTest, OrdinaryBackupsHoldNobodysKey)
{
    back_up(source.app(), kAdministrator, file);
    std::string text;
    read_backup_file(source.app().keys, file, [&](std::string const& line) { text += line; });
    EXPECT_THAT(text, Not(HasSubstr("\"participant_key\"")));
    std::string wrapped;
    read_backup_file(source.app().keys, keys, [&](std::string const& line) { wrapped += line; });
    EXPECT_THAT(wrapped, HasSubstr("\"participant_key\""));
}

TEST_P(BackupTest, WhoHoldsAnOrdinaryBackupAndEveryKeyCannotLookHerUp)
{
    back_up(source.app(), kAdministrator, file);
    std::string text;
    read_backup_file(source.app().keys, file, [&](std::string const& line) { text += line; });
    store::Reading reading{source.app().db};
    auto const she = store::find_participant(reading, ada).value();
    ASSERT_TRUE(she.contact_hash.has_value());
    EXPECT_THAT(text, Not(HasSubstr(*she.contact_hash)));
    EXPECT_THAT(text, Not(HasSubstr(she.link_hash)));
    EXPECT_THAT(text, Not(HasSubstr(she.pseudonym)));
}

TEST_P(BackupTest, AWomanErasedAfterwardsStaysErased)
{
    back_up(source.app(), kAdministrator, file);
    auto target = other(now + std::chrono::days{30});
    auto const restored = restore(target.app(), kAdministrator, file, WithKeys::without);
    EXPECT_EQ(restored.erased, 1);
    for (auto const* const table :
         {"participant_key", "participant_private", "request_private", "walk_private"}) {
        EXPECT_EQ(count_rows(target.app().db, std::string{"SELECT count(*) FROM "} + table), 0);
    }
    EXPECT_EQ(
        count_rows(target.app().db, "SELECT count(*) FROM participant WHERE erased_at IS NOT NULL"),
        1);
    EXPECT_EQ(
        count_rows(target.app().db, "SELECT count(*) FROM audit WHERE reason = 'retention'"), 1);
}

TEST_P(BackupTest, KeysExpireAfterSevenDays)
{
    back_up(source.app(), kAdministrator, file);
    auto target = other(now + kBackupKeysLast);
    EXPECT_EQ(
        refusal_of([&] { restore(target.app(), kAdministrator, file, WithKeys::required); }),
        Refusal::invalid_input);
    EXPECT_EQ(count_rows(target.app().db, "SELECT count(*) FROM bcu"), 0);
}

TEST_P(BackupTest, TheNextBackupRemovesExpiredKeysAndNothingElse)
{
    back_up(source.app(), kAdministrator, file);
    std::ofstream{folder / "other.keys"} << "somebody's own file";
    auto later = other(now + kBackupKeysLast);
    back_up(later.app(), kAdministrator, folder / "tuesday.backup");
    EXPECT_FALSE(fs::exists(keys));
    EXPECT_TRUE(fs::exists(file));
    EXPECT_TRUE(fs::exists(folder / "other.keys"));
    EXPECT_TRUE(fs::exists(folder / "tuesday.backup.keys"));
}

TEST_P(BackupTest, TheWorkerRemovesExpiredKeysWhereNoBackupFollows)
{
    back_up(source.app(), kAdministrator, file);
    remove_expired_backup_keys(source.app());
    EXPECT_TRUE(fs::exists(keys)); // their time is not over
    App later{source.app().db, store::Keyring{source.app().db, master}, Installation{}, [this] {
                  return now + kBackupKeysLast;
              }};
    run_retention(later);
    EXPECT_FALSE(fs::exists(keys));
    EXPECT_TRUE(fs::exists(file));
    fs::remove_all(folder);
    EXPECT_NO_THROW(remove_expired_backup_keys(later)); // gone, or another machine's
}

TEST_P(BackupTest, ACutOffOrChangedFileRestoresNothing)
{
    back_up(source.app(), kAdministrator, file);
    auto target = other(now);
    auto const refused = [&] {
        return refusal_of([&] { restore(target.app(), kAdministrator, file, WithKeys::required); });
    };
    auto const original = fs::file_size(file);
    fs::copy_file(file, folder / "whole");
    for (auto const size : {std::uintmax_t{0}, std::uintmax_t{10}, original / 2, original - 9}) {
        fs::copy_file(folder / "whole", file, fs::copy_options::overwrite_existing);
        fs::resize_file(file, size);
        EXPECT_EQ(refused(), Refusal::invalid_input) << size;
    }
    fs::copy_file(folder / "whole", file, fs::copy_options::overwrite_existing);
    edit(file, [](std::string& bytes) { bytes[bytes.size() / 2] ^= 1; });
    EXPECT_EQ(refused(), Refusal::invalid_input);
    EXPECT_EQ(count_rows(target.app().db, "SELECT count(*) FROM bcu"), 0);
}

TEST_P(BackupTest, ALineChangedWithinAWellFormedFileIsSeen)
{
    back_up(source.app(), kAdministrator, file);
    std::vector<std::string> lines;
    auto const header =
        read_backup_file(source.app().keys, file, [&](auto const& line) { lines.push_back(line); });
    auto raw = read_gzip(file);
    raw.replace(raw.find("Central South"), 7, "Changed");
    write_gzip(file, raw);
    EXPECT_EQ(
        refusal_of([&] { read_backup_file(source.app().keys, file, {}); }), Refusal::invalid_input);
}

TEST_P(BackupTest, WhoLacksTheMasterKeyCannotWriteOneThatIsTaken)
{
    back_up(source.app(), kAdministrator, file);
    std::vector<std::string> lines;
    auto const header =
        read_backup_file(source.app().keys, file, [&](auto const& line) { lines.push_back(line); });
    Installed stranger{GetParam(), SecretKey::make_random(), now};
    auto forged = header;
    forged.master_key = stranger.app().keys.master_key_name();
    for (auto const& claimed : {header, forged}) {
        // All as in ours, under the stranger's key, whichever key he says it is.
        auto const other_file = folder / "forged";
        {
            BackupWriter writer{other_file, forged, stranger.app().keys};
            for (auto const& line : lines) {
                writer.write(line);
            }
            writer.finish();
        }
        std::string raw = read_gzip(other_file);
        raw.replace(raw.find(forged.master_key), forged.master_key.size(), claimed.master_key);
        write_gzip(other_file, raw);
        EXPECT_EQ(
            refusal_of([&] { read_backup_file(source.app().keys, other_file, {}); }),
            claimed == header ? Refusal::invalid_input : Refusal::conflict);
    }
}

TEST_P(BackupTest, KeysOfAnotherBackupAreRefused)
{
    back_up(source.app(), kAdministrator, folder / "first");
    back_up(source.app(), kAdministrator, file);
    fs::copy_file(folder / "first.keys", keys, fs::copy_options::overwrite_existing);
    auto target = other(now);
    EXPECT_EQ(
        refusal_of([&] { restore(target.app(), kAdministrator, file, WithKeys::required); }),
        Refusal::invalid_input);
}

TEST_P(BackupTest, ADatabaseInUseIsNeverOverwritten)
{
    back_up(source.app(), kAdministrator, file);
    auto const before = all_lines(source.app());
    EXPECT_EQ(
        refusal_of([&] { restore(source.app(), kAdministrator, file, WithKeys::required); }),
        Refusal::conflict);
    EXPECT_EQ(all_lines(source.app()), before);
}

TEST_P(BackupTest, AnotherMasterKeyIsRefusedBeforeAnythingIsRestored)
{
    back_up(source.app(), kAdministrator, file);
    Installed stranger{GetParam(), SecretKey::make_random(), now};
    EXPECT_EQ(
        refusal_of([&] { restore(stranger.app(), kAdministrator, file, WithKeys::required); }),
        Refusal::conflict);
    EXPECT_EQ(count_rows(stranger.app().db, "SELECT count(*) FROM bcu"), 0);
}

TEST_P(BackupTest, OnlyItsOwnerReadsABackup)
{
    back_up(source.app(), kAdministrator, file);
    for (auto const& path : {file, keys}) {
        EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    }
    EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 2); // nothing unfinished is left
}

} // namespace
} // namespace wt::app
