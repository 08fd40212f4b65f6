#include "app/settings.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wt::cli {

namespace {

struct Given
{
    std::string name;
    std::string value;
    std::string bcu;
};

} // namespace

void add_settings(CLI::App& root, Session& session)
{
    auto* const settings = root.add_subcommand("settings", "What the force decides");
    settings->require_subcommand(1);
    auto const given = std::make_shared<Given>();
    auto* const set = settings->add_subcommand("set", "Set one");
    set->add_option("name", given->name, "as `settings list` prints it")->required();
    set->add_option("value", given->value)->required();
    auto* const list = settings->add_subcommand("list", "Print all of them");
    for (auto* const command : {set, list}) {
        command->add_option("--bcu", given->bcu, "code of a command unit that has its own");
    }
    set->callback([&session, given] {
        app::change_setting(session.app(), kCommandLine, given->name, given->value, given->bcu);
        say({N_("{1} is {2} now."), {given->name, given->value}});
    });
    list->callback([&session, given] {
        for (auto const& [name, value] :
             app::list_settings(session.app(), kCommandLine, given->bcu)) {
            fmt::print("{} = {}\n", name, value);
        }
    });
}

} // namespace wt::cli
