#include "app/keys.hpp"

#include "app/durable_file.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"

#include <optional>
#include <vector>

namespace wt::app {

namespace {

namespace fs = std::filesystem;

/// The keys, if `file` holds the master key that fits.
std::optional<store::Keyring> find_keyring(store::Db& db, fs::path const& file)
{
    try {
        return store::Keyring{db, store::load_master_key("", file)};
    } catch (Refusal const&) {
        return std::nullopt;
    }
}

/// Ends a rotation that was cut off, before or after its commit.
void finish_rotation(store::Db& db, fs::path const& file)
{
    auto const next = next_key_file(file);
    if (!fs::exists(next)) {
        return;
    }
    if (fs::exists(file) && find_keyring(db, file)) {
        remove_file(next);
    } else if (find_keyring(db, next)) {
        replace_file(next, file);
    }
}

} // namespace

fs::path next_key_file(fs::path const& file)
{
    return file.string() + ".next";
}

store::Keyring open_keyring(store::Db& db, std::string const& text, fs::path const& file)
{
    if (text.empty()) {
        finish_rotation(db, file);
    }
    auto find_others = [file] {
        std::vector<SecretKey> keys;
        for (auto const& known : {file, next_key_file(file)}) {
            if (fs::exists(known)) {
                keys.push_back(store::load_master_key("", known));
            }
        }
        return keys;
    };
    return store::Keyring{
        db,
        store::load_master_key(text, file),
        text.empty() ? find_others : store::Keyring::FindMasterKeys{}};
}

std::int64_t rotate_keys(App& app, Person const& person, fs::path const& file)
{
    require_permission(person, Action::rotate_keys);
    open_keyring(app.db, "", file);
    auto const current = store::load_master_key("", file);
    auto const next_file = next_key_file(file);
    // Written under another name first: a half-written key must never look like the next one.
    auto const unfinished = unfinished_path(next_file);
    fs::remove(unfinished);
    auto const next = store::load_master_key("", unfinished);
    sync_file(unfinished);
    replace_file(unfinished, next_file);
    auto const count = store::rotate_master_key(app.db, current, next, [&](store::Transaction& tx) {
        record(app, tx, person, Action::rotate_keys, {});
    });
    replace_file(next_file, file);
    return count;
}

} // namespace wt::app
