// test_serve [PORT [filled]]: serves a fresh test installation until it is stopped: empty, or with
// a force around Camberwell, its officers, and a walk that is proposed to Ana, whose page it prints.
#include "support/given.hpp"
#include "support/test_app.hpp"
#include "web/routes.hpp"
#include "web/server.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

int main(int count, char** arguments)
{
    wt::TestApp test;
    if (count > 2 && std::string_view{arguments[2]} == "filled") {
        wt::given_force(test);
        wt::given_officers(test);
        auto const asked = wt::given_request(test);
        wt::given_published_plan(test);
        fmt::print("/mine/{}\n", asked.token);
    }
    wt::web::Site site{test.app(), wt::SecretKey::make_random()};
    auto const router = wt::web::make_router();
    auto const port = static_cast<std::uint16_t>(count > 1 ? std::atoi(arguments[1]) : 0);
    wt::web::serve_until_signal(site, router, {.port = port}, [](std::uint16_t taken) {
        fmt::print("http://127.0.0.1:{}\n", taken);
        std::fflush(stdout);
    });
    return 0;
}
