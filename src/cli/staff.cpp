#include "app/staff.hpp"

#include "app/owners.hpp"
#include "app/staff_contact.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <set>

namespace wt::cli {

namespace {

void show(app::InvitationLink const& link)
{
    say(
        {N_("Hand this link to her and to nobody else; it works once, within 48 hours:\n{1}"),
         {link.url}});
}

using ByName = void (*)(Session& session, std::string const& sign_in_name);

/// A command whose one argument is a sign-in name.
void add_by_name(CLI::App& staff, Session& session, char const* name, char const* help, ByName act)
{
    auto* const command = staff.add_subcommand(name, help);
    auto const who = std::make_shared<std::string>();
    command->add_option("name", *who, "sign-in name")->required();
    command->callback([&session, who, act] { act(session, *who); });
}

void add_add(CLI::App& staff, Session& session)
{
    std::set<std::string> roles;
    for (auto const role : app::kStaffRoles) {
        roles.emplace(code_in(kRoles, role));
    }
    auto* const command = staff.add_subcommand("add", "Add someone and print her invitation");
    auto const given = std::make_shared<app::NewStaff>();
    command->add_option("name", given->sign_in_name, "sign-in name")->required();
    command->add_option("--name", given->name, "her name")->required();
    command
        ->add_option_function<std::string>(
            "--role",
            [given](std::string const& role) { given->role = find_in(kRoles, role).value(); },
            "what she is to the scheme")
        ->required()
        ->check(CLI::IsMember(roles));
    command->add_option("--bcu", given->bcu, "code of her command unit");
    command->add_option("--collar-number", given->collar_number, "of an officer in the roster");
    command->add_option(
        "--contact", given->contact, "e-mail or telephone, to tell her that something waits");
    command->callback(
        [&session, given] { show(app::add_staff(session.app(), kCommandLine, *given)); });
}

void add_contact(CLI::App& staff, Session& session)
{
    auto* const command =
        staff.add_subcommand("contact", "Set where she is told that something waits for her");
    auto const name = std::make_shared<std::string>();
    auto const contact = std::make_shared<std::string>();
    command->add_option("name", *name, "sign-in name")->required();
    command->add_option("contact", *contact, "e-mail or telephone; none takes it away");
    command->callback([&session, name, contact] {
        app::set_staff_contact(session.app(), kCommandLine, *name, *contact);
        say(contact->empty() ? N_("She is not told any more.") : N_("She is told there."));
    });
}

void add_route(CLI::App& staff, Session& session)
{
    auto* const command =
        staff.add_subcommand("route", "Set whose new concerns of a unit are from now on");
    auto const rule = std::make_shared<app::RouteText>();
    command->add_option("bcu", rule->bcu, "code of the command unit")->required();
    command->add_option("name", rule->staff, "sign-in name, or nobody")->required();
    command->add_option("--ward", rule->ward, "code of a ward; else every one");
    command->add_option("--category", rule->category, "code of a category; else every one");
    command->callback([&session, rule] {
        app::set_route(session.app(), kCommandLine, *rule);
        say(N_("New concerns follow this rule."));
    });
}

void add_routes(CLI::App& staff, Session& session)
{
    staff.add_subcommand("routes", "List whose new concerns are")->callback([&session] {
        for (auto const& rule : app::list_routes(session.app(), kCommandLine)) {
            say(
                {"{1} {2} {3}: {4}",
                 {rule.bcu,
                  rule.ward.empty() ? "*" : rule.ward,
                  rule.category.empty() ? "*" : rule.category,
                  rule.staff}});
        }
    });
}

} // namespace

void add_staff(CLI::App& root, Session& session)
{
    auto* const staff = root.add_subcommand("staff", "Those who sign in");
    staff->require_subcommand(1);
    add_add(*staff, session);
    add_contact(*staff, session);
    add_route(*staff, session);
    add_routes(*staff, session);
    add_by_name(
        *staff,
        session,
        "reset",
        "Take her password and second factor away and print a new invitation",
        [](Session& opened, std::string const& name) {
            show(app::reset_staff(opened.app(), kCommandLine, name));
        });
    add_by_name(
        *staff,
        session,
        "suspend",
        "End her sessions and keep her out; an officer is off all walks to come",
        [](Session& opened, std::string const& name) {
            app::suspend_staff(opened.app(), kCommandLine, name);
            say(N_("She is suspended."));
        });
    add_by_name(
        *staff,
        session,
        "reinstate",
        "Let her sign in again; an officer may walk again",
        [](Session& opened, std::string const& name) {
            app::suspend_staff(opened.app(), kCommandLine, name, false);
            say(N_("She can sign in again."));
        });
}

} // namespace wt::cli
