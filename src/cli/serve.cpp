#include "base/refusal.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <limits>

namespace wt::cli {

namespace {

void serve(Session& session, std::string const& listen, bool works)
{
    auto const colon = std::min(listen.rfind(':'), listen.size());
    auto const port =
        find_integer(std::string_view{listen}.substr(std::min(colon + 1, listen.size())));
    if (colon == 0 || !port || *port < 0 || *port > std::numeric_limits<std::uint16_t>::max()) {
        throw Refusal{
            Refusal::invalid_input, N_("Listen on an address and port such as 127.0.0.1:8080.")};
    }
    if (auto const faults = faults_of(session.options.installation); !faults.empty()) {
        throw Refusal{Refusal::invalid_input, faults.front()};
    }
    session.callbacks.serve(
        session.app(),
        {.address = listen.substr(0, colon),
         .port = static_cast<std::uint16_t>(*port),
         .works = works});
}

} // namespace

void add_serve(CLI::App& root, Session& session)
{
    auto* const command = root.add_subcommand("serve", "Serve the pages, and work");
    auto const listen = std::make_shared<std::string>("127.0.0.1:8080");
    command->add_option("--listen", *listen, "address and port")->capture_default_str();
    auto const only_pages = std::make_shared<bool>(false);
    command->add_flag("--no-work", *only_pages, "leave what `work` does to another process");
    command->callback([&session, listen, only_pages] { serve(session, *listen, !*only_pages); });
}

} // namespace wt::cli
