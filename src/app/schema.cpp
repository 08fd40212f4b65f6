#include "app/schema.hpp"

#include "app/keys.hpp"
#include "store/migrations.hpp"

namespace wt::app {

std::vector<std::string> migrate(store::Db& db, Instant now)
{
    return store::migrate(db, now);
}

std::unique_ptr<App> open_app(
    store::Db& db,
    std::string const& key_text,
    std::filesystem::path const& key_file,
    Installation const& installation,
    Clock const& clock)
{
    store::require_newest_schema(db);
    return std::make_unique<App>(db, open_keyring(db, key_text, key_file), installation, clock);
}

bool answers(App& app) noexcept
{
    try {
        store::Reading reading{app.db};
        return store::is_newest_schema(reading);
    } catch (...) {
        return false; // whatever the reason, it is for the database's log
    }
}

} // namespace wt::app
