// test_serve [PORT]: serves a fresh, empty test installation until it is stopped.
#include "support/test_app.hpp"
#include "web/routes.hpp"
#include "web/server.hpp"

#include <fmt/format.h>

#include <cstdlib>

int main(int count, char** arguments)
{
    wt::TestApp test;
    wt::web::Site site{test.app(), wt::SecretKey::make_random()};
    auto const router = wt::web::make_router();
    auto const port = static_cast<std::uint16_t>(count > 1 ? std::atoi(arguments[1]) : 0);
    wt::web::serve_until_signal(site, router, {.port = port}, [](std::uint16_t taken) {
        fmt::print("http://127.0.0.1:{}\n", taken);
        std::fflush(stdout);
    });
    return 0;
}
