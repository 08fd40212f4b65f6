#pragma once

#include "app/app.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace wt::app {

/// Brings the database to this program's schema. \returns the migrations applied now
/// \throws Refusal (conflict): edited migrations, or a database newer than the program
std::vector<std::string> migrate(store::Db& db, Instant now);

/// The installation in `db`, with the master key from `key_text` if not empty, else from
/// `key_file`, which is made if it does not exist.
/// \throws Refusal: conflict (another schema, another master key), invalid_input (no key)
std::unique_ptr<App> open_app(
    store::Db& db,
    std::string const& key_text,
    std::filesystem::path const& key_file,
    Installation const& installation,
    Clock const& clock);

/// Whether the database can be read, and is this program's.
bool answers(App& app) noexcept;

} // namespace wt::app
