#include "base/refusal.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <limits>

namespace wt::cli {

namespace {

void serve(Session& session, std::string const& listen)
{
    auto const colon = std::min(listen.rfind(':'), listen.size());
    auto const port =
        find_integer(std::string_view{listen}.substr(std::min(colon + 1, listen.size())));
    if (colon == 0 || !port || *port < 0 || *port > std::numeric_limits<std::uint16_t>::max()) {
        throw Refusal{
            Refusal::invalid_input, N_("Listen on an address and port such as 127.0.0.1:8080.")};
    }
    session.callbacks.serve(
        session.app(), listen.substr(0, colon), static_cast<std::uint16_t>(*port));
}

} // namespace

void add_serve(CLI::App& root, Session& session)
{
    auto* const command = root.add_subcommand("serve", "Serve the pages");
    auto const listen = std::make_shared<std::string>("127.0.0.1:8080");
    command->add_option("--listen", *listen, "address and port")->capture_default_str();
    command->callback([&session, listen] { serve(session, *listen); });
}

} // namespace wt::cli
