#include "cli/run.hpp"

#include "base/crypto.hpp"
#include "base/error_text.hpp"
#include "base/refusal.hpp"
#include "cli/commands.hpp"
#include "cli/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>

namespace wt::cli {

namespace {

constexpr std::array kCommands{
    add_migrate,   add_areas,    add_places,  add_help_lines,  add_staff,    add_partners,
    add_roster,    add_settings, add_map,     add_plan,        add_audit,    add_numbers,
    add_open_data, add_backup,   add_restore, add_keys,        add_config,   add_serve,
    add_openapi,   add_work,     add_demo,    add_quiet_hours, add_hotspots, add_evaluations,
    add_analyse,   add_solve,    add_check,
};

/// One setting: `--NAME` on the command line, NAME in walktalk.toml, WALKTALK_NAME in the
/// environment.
struct Setting
{
    char const* name;
    std::string* value;
    char const* help;
};

std::vector<Setting> settings_of(Options& options, std::string& data_dir)
{
    auto& told = options.installation;
    data_dir = told.data_dir.string();
    return {
        {"db", &options.db, "database: sqlite:FILE or postgresql://…"},
        {"data_dir", &data_dir, "folder of networks, tiles, keys and the outbox"},
        {"master_key_file", &options.master_key_file, "file of the master key"},
        {"public_url", &told.public_url, "address at which people reach the pages"},
        {"smtp_url",
         &told.smtp_url,
         "mail server: smtp://… or smtps://…; none: mails wait for one"},
        {"smtp_user", &told.smtp_user, "name at the mail server"},
        {"smtp_password", &told.smtp_password, "password at the mail server"},
        {"mail_from", &told.mail_from, "sender of mails"},
        {"sms_url", &told.sms_url, "gateway of text messages, https://…; none: they wait for one"},
        {"languages",
         &told.languages,
         "of the pages, with commas: en, cy; catalogues may lack some"},
        {"limits", &told.limits, "on, or off: how often one address may send, for loads alone"},
    };
}

/// "data_dir" is `--data_dir` and `--data-dir`.
std::string option_name(std::string_view setting)
{
    std::string hyphened{setting};
    std::ranges::replace(hyphened, '_', '-');
    auto const name = fmt::format("--{}", setting);
    return hyphened == setting ? name : fmt::format("{},--{}", name, hyphened);
}

std::string from_environment(std::string_view setting)
{
    std::string name = "WALKTALK_" + std::string{setting};
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    char const* const value = std::getenv(name.c_str());
    return value != nullptr ? value : "";
}

/// The arguments with those that the environment gives put before them: CLI11 itself would let
/// the file win over the environment.
std::vector<std::string>
arguments_of(int argc, char const* const* argv, std::vector<Setting> const& settings)
{
    std::vector<std::string> given(argv + 1, argv + argc);
    std::vector<std::string> all;
    for (auto const& setting : settings) {
        auto const names = CLI::detail::split(option_name(setting.name), ',');
        bool const is_given = std::ranges::any_of(given, [&](std::string const& argument) {
            return std::ranges::any_of(names, [&](std::string const& name) {
                return argument == name || argument.starts_with(name + "=");
            });
        });
        auto const value = from_environment(setting.name);
        if (!is_given && !value.empty()) {
            all.push_back("--" + std::string{setting.name} + "=" + value);
        }
    }
    std::ranges::move(given, std::back_inserter(all));
    std::ranges::reverse(all); // as CLI11 wants them
    return all;
}

/// Logs the error that is being handled under a number that can be quoted.
int report_broken()
{
    auto const reference =
        fmt::format("{:04X}-{:04X}", random_below(0x10000), random_below(0x10000));
    std::string what = "unknown";
    try {
        throw;
    } catch (std::exception const& error) {
        what = text_to_log(error);
    } catch (...) {
        // Nothing more is known.
    }
    spdlog::error("reference {}: {}", reference, what);
    fmt::print(stderr, "Something is broken. Its reference in the log is {}.\n", reference);
    return 1;
}

void add_settings_options(CLI::App& root, std::vector<Setting> const& settings)
{
    for (auto const& setting : settings) {
        root.add_option(option_name(setting.name), *setting.value, setting.help)
            ->capture_default_str();
    }
}

} // namespace

int run(int argc, char const* const* argv, Callbacks const& callbacks)
try {
    umask(S_IRWXG | S_IRWXO); // what we write is for our own user alone
    spdlog::set_default_logger(spdlog::stderr_logger_mt("walktalk"));
    Session session{callbacks};
    session.options.master_key = from_environment("master_key");
    std::string data_dir;
    auto const settings = settings_of(session.options, data_dir);

    CLI::App root{"Runs a force's walks with women who say where they feel unsafe.", "walktalk"};
    root.set_config(
        "--config",
        from_environment("config").empty() ? "walktalk.toml" : from_environment("config"),
        "file of these settings");
    root.allow_config_extras(CLI::config_extras_mode::error);
    root.set_version_flag("--version", version_line());
    root.require_subcommand(1);
    root.fallthrough();
    add_settings_options(root, settings);
    root.parse_complete_callback([&] { session.options.installation.data_dir = data_dir; });
    for (auto const add : kCommands) {
        add(root, session);
    }
    try {
        root.parse(arguments_of(argc, argv, settings));
    } catch (CLI::RequiredError const& error) {
        auto const unknown = root.remaining();
        if (unknown.empty()) {
            return root.exit(error) == 0 ? 0 : 2;
        }
        throw Refusal{
            Refusal::invalid_input,
            {N_("There is no command or option “{1}”. See walktalk --help."), {unknown.front()}}};
    } catch (CLI::ConfigError const& error) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("The file of settings cannot be used: {1}. See walktalk --help for what there is."),
             {error.what()}}};
    } catch (CLI::ParseError const& error) {
        return root.exit(error) == 0 ? 0 : 2;
    }
    return 0;
} catch (Refusal const& refusal) {
    fmt::print(stderr, "{}\n", in_english(refusal.message()));
    return 2;
} catch (...) {
    return report_broken();
}

} // namespace wt::cli
