#pragma once

#include "app/app.hpp"
#include "scheme/role.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace wt::app {

/// How much an export holds.
struct OpenDataCounts
{
    std::int64_t concerns = 0;
    std::int64_t points = 0;
    std::int64_t answers = 0;
};

/// Writes everything that is public into `folder`: concerns and answers exactly as the pages list
/// them, the numbers, a dictionary and a licence (`list_open_files`). What was there is replaced in
/// one step, when all is written; the same data give the same bytes.
/// \pre the parent of `folder` is there
/// \throws Refusal (forbidden; conflict if `folder` is something else than an export)
OpenDataCounts
export_open_data(App& app, Person const& person, std::filesystem::path const& folder);

/// Exports into the installation's own folder, once each month: when numbers have been published
/// since it was last done on this machine.
void refresh_open_data(App& app);

/// A file of the last export of this machine, by its name; nothing where there is none.
std::optional<std::string> find_open_file(App const& app, std::string_view name);

} // namespace wt::app
