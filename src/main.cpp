#include "cli/run.hpp"
#include "web/routes.hpp"
#include "web/server.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace {

void serve(wt::app::App& app, std::string const& address, std::uint16_t port)
{
    wt::web::Site site{app, app.keys.key(wt::store::KeyPurpose::cookie)};
    auto const router = wt::web::make_router();
    wt::web::serve_until_signal(
        site, router, {.address = address, .port = port}, [&](std::uint16_t taken) {
            fmt::print("Serving on http://{}:{}\n", address, taken);
            std::fflush(stdout);
        });
}

} // namespace

int main(int argc, char** argv)
{
    return wt::cli::run(argc, argv, {.serve = serve});
}
