#include "app/partners.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace wt::cli {

namespace {

struct Given
{
    app::NewPartner partner;
    std::string key_file;
};

/// The first line of a file that only its owner should read.
std::string read_key(std::string const& path)
{
    auto file = open_file(path);
    std::string key;
    std::getline(file, key);
    return key;
}

void add_add(CLI::App& partners, Session& session)
{
    auto* const command = partners.add_subcommand("add", "Add one");
    auto const given = std::make_shared<Given>();
    auto& partner = given->partner;
    command->add_option("name", partner.name, "its name, as the public reads it")->required();
    command
        ->add_option(
            "--kind",
            partner.kind,
            "lighting, parks, transport, transport_police, licensing or other")
        ->required();
    command->add_option("--email", partner.email, "where letters with secret links go");
    command->add_option(
        "--services",
        partner.services,
        "categories that it takes, with its own codes: \"lighting:LAMP_OUT path\"; none: all");
    command->add_option("--bcus", partner.bcus, "codes of the command units it serves");
    command->add_option("--wards", partner.wards, "codes of the wards it serves");
    command->add_option("--open311", partner.endpoint, "its Open311 server: https://…/v2");
    command->add_option("--jurisdiction", partner.jurisdiction, "jurisdiction_id at that server");
    command->add_option("--api-key-file", given->key_file, "file of our key at that server");
    command->callback([&session, given] {
        if (!given->key_file.empty()) {
            given->partner.api_key = read_key(given->key_file);
        }
        app::add_partner(session.app(), kCommandLine, given->partner);
        say({N_("{1} is a partner now."), {given->partner.name}});
    });
}

void add_import(CLI::App& partners, Session& session)
{
    auto* const command = partners.add_subcommand(
        "import",
        "Add or change them from CSV: name, kind, email, services, bcus, wards, open311, "
        "jurisdiction, api_key");
    auto const path = std::make_shared<std::string>();
    command->add_option("file", *path, "CSV file")->required();
    command->callback([&session, path] {
        auto file = open_file(*path);
        report(app::import_partners(session.app(), kCommandLine, file), "line");
    });
}

std::string reached_by(store::StoredPartner const& partner)
{
    if (!partner.endpoint.empty()) {
        return partner.endpoint;
    }
    return in_english(partner.has_contact ? N_("by letter") : N_("only sends to us"));
}

std::string text_or(std::string const& text, char const* otherwise)
{
    return text.empty() ? in_english(otherwise) : text;
}

void print(store::StoredPartner const& partner)
{
    auto const& reach = partner.reach;
    auto areas = reach.bcus;
    areas.insert(areas.end(), reach.wards.begin(), reach.wards.end());
    fmt::print(
        "{} | {} | {} | {} | {}{}\n",
        partner.name,
        in_english(title(partner.kind)),
        reached_by(partner),
        text_or(reach.services, N_("all categories")),
        text_or(fmt::format("{}", fmt::join(areas, " ")), N_("everywhere")),
        partner.may_report ? " | " + in_english(N_("has a key")) : std::string{});
}

void add_key(CLI::App& partners, Session& session)
{
    auto* const command = partners.add_subcommand(
        "key", "Make the key with which one sends concerns to us (Open311), and print it");
    auto const name = std::make_shared<std::string>();
    auto const revokes = std::make_shared<bool>(false);
    command->add_option("name", *name, "its name")->required();
    command->add_flag("--revoke", *revokes, "take its key away instead");
    command->callback([&session, name, revokes] {
        if (*revokes) {
            app::revoke_partner_key(session.app(), kCommandLine, *name);
            say(N_("Its key opens nothing any more."));
        } else {
            auto const key = app::make_partner_key(session.app(), kCommandLine, *name);
            say({N_("Hand this key to the partner; it is shown once:\n{1}"), {key}});
        }
    });
}

} // namespace

void add_partners(CLI::App& root, Session& session)
{
    auto* const partners =
        root.add_subcommand("partners", "Bodies to which concerns are passed, or who send some");
    partners->require_subcommand(1);
    add_add(*partners, session);
    add_import(*partners, session);
    add_key(*partners, session);
    partners->add_subcommand("list", "Print them: name, kind, how reached, categories, areas")
        ->callback([&session] {
            for (auto const& partner : app::list_partners(session.app(), kCommandLine)) {
                print(partner);
            }
        });
}

} // namespace wt::cli
