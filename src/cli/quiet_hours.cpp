#include "app/quiet_hours.hpp"

#include "cli/commands.hpp"
#include "cli/quiet_profile_file.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wt::cli {

namespace {

constexpr int kHoursOfDay = 24;

void show(Session& session)
{
    auto const profile = app::quiet_profile(session.app());
    fmt::print("weekday,hour,quietness\n");
    int hour = 0;
    for (auto const quietness : profile.quietness) {
        fmt::print("{},{},{:.3f}\n", hour / kHoursOfDay + 1, hour % kHoursOfDay, quietness);
        ++hour;
    }
}

} // namespace

void add_quiet_hours(CLI::App& root, Session& session)
{
    auto* const family = root.add_subcommand("quiet-hours", "Which hours of the week are quiet");
    family->require_subcommand(1);
    auto* const import = family->add_subcommand(
        "import", "Plan by what was counted, from CSV: weekday (1 Monday), hour, people, traffic");
    auto const file = std::make_shared<std::string>();
    import->add_option("file", *file, "of all 168 hours of a week")->required();
    import->callback([&session, file] {
        app::set_quiet_hours(session.app(), kCommandLine, read_week_counts(*file));
        say(N_("Walks are planned by these counts from now on."));
    });
    family->add_subcommand("forget", "Plan by what the program assumes")->callback([&session] {
        app::set_quiet_hours(session.app(), kCommandLine, std::nullopt);
        say(N_("Walks are planned by what the program assumes from now on."));
    });
    family->add_subcommand("show", "Print how quiet each hour is, 0 to 1, as CSV")
        ->callback([&session] { show(session); });
}

} // namespace wt::cli
