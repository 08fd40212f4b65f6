#include "app/demo.hpp"

#include "app/schema.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>

namespace wt::cli {

namespace {

std::filesystem::path shared_folder()
{
    char const* const told = std::getenv("WALKTALK_SHARED");
    return std::filesystem::path{told != nullptr ? told : "../shared"} / "data";
}

void print(app::Demo const& demo, std::string const& url)
{
    auto const& counts = demo.counts;
    say(
        {N_("{1} walks were planned, {2} held and {3} broken off; {4} concerns, {5} answers, {6} "
            "verdicts."),
         {std::to_string(counts.walks_planned),
          std::to_string(counts.walks_held),
          std::to_string(counts.walks_called_away),
          std::to_string(counts.concerns),
          std::to_string(counts.answers),
          std::to_string(counts.verdicts)}});
    fmt::print("\n{}/\n    the pages that women see\n", url);
    fmt::print("{}/demo\n    sign in as one of the staff by a button\n", url);
    auto const show = [&](std::optional<std::string> const& token, char const* what) {
        if (token) {
            fmt::print("{}/mine/{}\n    {}\n", url, *token, what);
        }
    };
    show(demo.pages.proposed, "a woman to whom a walk is proposed: she can say yes or no");
    show(demo.pages.confirmed, "a woman whose walk is confirmed: when, where, with whom");
    show(demo.pages.answered, "a woman whose concern was answered: she can say whether it helped");
    if (demo.pages.referral) {
        fmt::print(
            "{}/referrals/{}\n    a partner to whom a concern was passed: it can answer\n",
            url,
            *demo.pages.referral);
    }
}

void fill(Session& session, std::string const& map)
{
    open_file(map);
    app::migrate(session.db(), system_now());
    app::DemoClock clock{system_now()};
    auto const installation = session.open([&clock] { return clock.now; });
    auto const demo = app::fill_demo(*installation, clock, {.map = map, .shared = shared_folder()});
    print(demo, session.options.installation.public_url);
}

} // namespace

void add_demo(CLI::App& root, Session& session)
{
    auto* const command =
        root.add_subcommand("demo", "Fill an empty database with an invented force");
    auto const map = std::make_shared<std::string>();
    command->add_option("--map", *map, "OpenStreetMap file of its streets")->required();
    command->callback([&session, map] { fill(session, *map); });
}

} // namespace wt::cli
