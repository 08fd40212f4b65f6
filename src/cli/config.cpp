#include "base/refusal.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <unistd.h>

namespace wt::cli {

namespace {

bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> beginnings)
{
    return std::ranges::any_of(
        beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

} // namespace

std::vector<Message> faults_of(app::Installation const& told)
{
    std::vector<Message> faults;
    if (!begins_with_one_of(told.public_url, {"http://", "https://"})) {
        faults.emplace_back(N_("public_url must begin with http:// or https://."));
    }
    if (told.public_url.ends_with('/')) {
        faults.emplace_back(N_("public_url must not end with a slash."));
    }
    if (!told.smtp_url.empty() && !begins_with_one_of(told.smtp_url, {"smtp://", "smtps://"})) {
        faults.emplace_back(N_("smtp_url must begin with smtp:// or smtps://."));
    }
    if (!told.sms_url.empty() &&
        !begins_with_one_of(told.sms_url, {"https://", "http://127.0.0.1", "http://localhost"})) {
        faults.emplace_back(N_("sms_url must begin with https://, but on this machine."));
    }
    if (told.limits != "on" && told.limits != "off") {
        faults.emplace_back(N_("limits must be on or off."));
    }
    if (told.mail_from.find('@') == std::string::npos) {
        faults.emplace_back(N_("mail_from must be an e-mail address."));
    }
    auto existing = std::filesystem::absolute(told.data_dir);
    while (!std::filesystem::exists(existing)) {
        existing = existing.parent_path();
    }
    if (!std::filesystem::is_directory(existing) || access(existing.c_str(), W_OK) != 0) {
        faults.emplace_back(N_("data_dir is no folder that can be written to."));
    }
    return faults;
}

namespace {

/// What an installation may lack at first; how to get it.
void print_what_is_there(Session& session)
{
    auto const& app = session.app();
    say(N_("The database is up to date, and the master key fits it."));
    say(app.network() ? N_("There is a street network.")
                      : N_("There is no street network. Run: walktalk map import FILE.osm.pbf"));
    if (app.tiles()) {
        say(N_("There are map tiles."));
    } else {
        say(
            {N_("There are no map tiles: pages show no map. They would be in {1}."),
             {app.tiles_file().string()}});
    }
}

/// What `step` refuses joins the faults.
template <class Step>
void add_fault(std::vector<Message>& faults, Step const& step)
{
    try {
        step();
    } catch (Refusal const& refusal) {
        faults.push_back(refusal.message());
    }
}

void check(Session& session)
{
    auto faults = faults_of(session.options.installation);
    add_fault(
        faults, [&] { session.callbacks.check_languages(session.options.installation.languages); });
    add_fault(faults, [&] { print_what_is_there(session); });
    for (auto const& fault : faults) {
        fmt::print(stderr, "{}\n", in_english(fault));
    }
    if (session.options.installation.limits == "off") {
        say(N_("The limits are off: one address may send as often as it likes."));
    }
    if (!faults.empty()) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("The configuration has {1} faults."), {std::to_string(faults.size())}}};
    }
    say(N_("The configuration is in order."));
}

} // namespace

void add_config(CLI::App& root, Session& session)
{
    auto* const config = root.add_subcommand("config", "walktalk.toml and the environment");
    config->require_subcommand(1);
    config->add_subcommand("check", "Say all that is wrong with them")->callback([&session] {
        check(session);
    });
}

} // namespace wt::cli
