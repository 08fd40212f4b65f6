#include "app/numbers.hpp"

#include "app/areas.hpp"
#include "app/publish_numbers.hpp"
#include "base/refusal.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace wt::cli {

namespace {

struct Given
{
    std::string month;
    bool json = false;
};

Month require_month(std::string const& text)
{
    auto const month = find_month(text);
    if (!month) {
        throw Refusal{
            Refusal::invalid_input, {N_("\"{1}\" is not a month such as 2026-11."), {text}}};
    }
    return *month;
}

void print_json(app::App& app, app::PublishedNumbers const& numbers)
{
    auto const& release = numbers.release();
    nlohmann::ordered_json document{
        {"month", month_text(release.month)},
        {"due_at", to_milliseconds(release.due_at)},
        {"released_at", to_milliseconds(release.released_at)},
        {"threshold", release.threshold},
        {"units", nlohmann::ordered_json::object()}};
    auto const add = [&](std::string const& code, BcuId unit) {
        for (auto const& list : kNumberLists) {
            for (auto const& item : app::list_item_codes(list.value)) {
                auto const value = numbers.find(list.value, unit, item);
                auto& place = document["units"][code][std::string{list.code}][item];
                place = value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
            }
        }
    };
    for (auto const& bcu : app.areas()->list_bcus()) {
        add(bcu.code, bcu.id);
    }
    add("force", BcuId{});
    fmt::print("{}\n", document.dump(2));
}

void show(app::App& app, Given const& given)
{
    auto const month = require_month(given.month);
    if (given.json) {
        print_json(app, app::see_numbers(app, month));
        return;
    }
    for (auto const& list : kNumberLists) {
        fmt::print("# {}\n{}", list.code, app::numbers_csv(app, month, list.value));
    }
}

void verify(app::App& app)
{
    if (auto const changed = app::find_changed_numbers(app)) {
        say({N_("The numbers of {1} are not as they were published."), {month_text(*changed)}});
        throw CLI::RuntimeError{1};
    }
    say(N_("All numbers are as they were published."));
}

} // namespace

void add_numbers(CLI::App& root, Session& session)
{
    auto* const numbers = root.add_subcommand("numbers", "The public numbers of each month");
    numbers->require_subcommand(1);
    auto const given = std::make_shared<Given>();
    auto* const show_one = numbers->add_subcommand("show", "Print those of a month, as CSV");
    show_one->add_option("month", given->month, "such as 2026-11")->required();
    show_one->add_flag("--json", given->json, "print them as JSON");
    show_one->callback([&session, given] { show(session.app(), *given); });
    numbers
        ->add_subcommand(
            "publish", "Publish what is due, as the worker does by itself; nothing else can be")
        ->callback([&session] {
            auto const count = app::publish_numbers(session.app(), kSystem);
            say({N_("{1} months were published."), {std::to_string(count)}});
        });
    numbers->add_subcommand("verify", "Check that no published number has changed")
        ->callback([&session] { verify(session.app()); });
}

} // namespace wt::cli
