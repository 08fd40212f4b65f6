#include "app/backup.hpp"

#include "app/backup_file.hpp"
#include "app/durable_file.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/retention.hpp"
#include "base/crypto.hpp"
#include "base/refusal.hpp"
#include "store/backup.hpp"

#include <string>
#include <tuple>
#include <vector>

namespace wt::app {

namespace {

namespace fs = std::filesystem;

fs::path keys_of(fs::path const& file)
{
    return file.string() + ".keys";
}

void remove_expired_keys(fs::path const& folder, Instant now)
{
    std::vector<fs::path> expired;
    for (auto const& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() == ".keys") {
            auto const header = find_backup_header(entry.path());
            if (header && header->expires_at && *header->expires_at <= now) {
                expired.push_back(entry.path());
            }
        }
    }
    for (auto const& file : expired) {
        remove_file(file);
    }
}

/// Everything that can be said against the files before the database is touched.
void check_files(App& app, fs::path const& file, WithKeys keys)
{
    auto const header = read_backup_file(app.keys, file, {});
    auto const schema = [&] {
        store::Reading reading{app.db};
        return store::schema_digest(reading);
    }();
    if (header.schema != schema) {
        throw Refusal{
            Refusal::conflict, N_("The backup was made by another version of this program.")};
    }
    if (keys == WithKeys::without) {
        return;
    }
    auto const key_header = read_backup_file(app.keys, keys_of(file), {});
    if (key_header.id != header.id) {
        throw Refusal{Refusal::invalid_input, N_("The keys belong to another backup.")};
    }
    if (!key_header.expires_at || *key_header.expires_at <= app.now()) {
        throw Refusal{
            Refusal::invalid_input,
            N_("The keys of this backup have expired. Restore without them.")};
    }
}

std::int64_t load(App const& app, store::Transaction& tx, fs::path const& file)
{
    store::TableLoader loader{tx};
    read_backup_file(app.keys, file, [&](std::string const& line) { loader.load(line); });
    return loader.rows();
}

std::int64_t erase_without_key(App& app, store::Transaction& tx)
{
    auto const participants = store::list_participants_without_key(tx);
    for (auto const participant : participants) {
        erase_for_retention(app, tx, participant);
    }
    return static_cast<std::int64_t>(participants.size());
}

} // namespace

std::int64_t back_up(App& app, Person const& person, fs::path const& file)
{
    require_permission(person, Action::back_up);
    auto const folder = fs::absolute(file).parent_path();
    if (!fs::is_directory(folder)) {
        throw Refusal{Refusal::not_found, N_("There is no folder for this file.")};
    }
    auto const now = app.now();
    {
        // Before the copy, so that the copy says that it was made.
        store::Transaction tx{app.db};
        store::put_backup_folder(tx, folder.string());
        record(app, tx, person, Action::back_up, {});
        tx.commit();
    }
    store::Reading reading{app.db};
    app.keys.follow_rotation(reading);
    BackupHeader header{
        .id = random_token(),
        .schema = store::schema_digest(reading),
        .master_key = app.keys.master_key_name(),
        .created_at = now};
    BackupWriter data{file, header, app.keys};
    header.expires_at = now + kBackupKeysLast;
    BackupWriter keys{keys_of(file), header, app.keys};
    std::int64_t rows = 0;
    auto const write_to = [&rows](BackupWriter& writer) {
        return [&](std::string const& line) {
            writer.write(line);
            rows += line.starts_with('[') ? 1 : 0;
        };
    };
    store::dump_tables(reading, store::list_backup_tables(), write_to(data));
    store::dump_tables(
        reading, {store::kKeyTables.begin(), store::kKeyTables.end()}, write_to(keys));
    keys.finish();
    data.finish();
    remove_expired_keys(folder, now);
    return rows;
}

void remove_expired_backup_keys(App& app)
{
    auto const folders = [&app] {
        store::Reading reading{app.db};
        return store::list_backup_folders(reading);
    }();
    for (auto const& folder : folders) {
        std::error_code unreachable; // gone, or of another machine
        if (fs::is_directory(folder, unreachable)) {
            remove_expired_keys(folder, app.now());
        }
    }
}

Restored restore(App& app, Person const& person, fs::path const& file, WithKeys keys)
{
    require_permission(person, Action::restore);
    check_files(app, file, keys);
    store::Transaction tx{app.db};
    store::require_empty_for_restore(tx);
    auto rows = load(app, tx, file);
    if (keys == WithKeys::required) {
        rows += load(app, tx, keys_of(file));
    }
    for (auto const& wrapped : store::list_installation_keys(tx)) {
        std::ignore = app.keys.unwrap(wrapped); // refuses if this is not the backup's master key
    }
    store::restart_counters(tx);
    auto const erased = erase_without_key(app, tx);
    record(app, tx, person, Action::restore, {});
    tx.commit();
    return {.rows = rows, .erased = erased};
}

} // namespace wt::app
