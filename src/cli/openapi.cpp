#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wt::cli {

void add_openapi(CLI::App& root, Session& session)
{
    auto* const command =
        root.add_subcommand("openapi", "Print the OpenAPI document of the API, /api/v1");
    command->callback([&session] { fmt::print("{}", session.callbacks.openapi()); });
}

} // namespace wt::cli
