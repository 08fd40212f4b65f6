// test_serve [PORT [filled]]: serves a fresh test installation until it is stopped: empty, or with
// a demonstration force around Camberwell, its officers and staff, and a walk that is proposed to
// Ana, whose page it prints.
#include "app/settings.hpp"
#include "support/given.hpp"
#include "support/given_staff.hpp"
#include "support/given_streets.hpp"
#include "support/test_app.hpp"
#include "web/routes.hpp"
#include "web/server.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

namespace {

void given_staff(wt::TestApp& test)
{
    constexpr wt::Person kAdministrator{.role = wt::Role::administrator, .id = 1};
    wt::given_session(test, kAdministrator);
    for (auto const id : {wt::kAmara, wt::kBeth, wt::kCara}) {
        wt::given_session(test, wt::officer(id));
    }
    wt::given_session(test, {.role = wt::Role::desk, .id = 2, .bcu = wt::kBcu});
    wt::given_session(test, {.role = wt::Role::oversight, .id = 3});
    wt::app::change_setting(test.app(), kAdministrator, "demonstration", "true");
    test.app().reload();
}

} // namespace

int main(int count, char** arguments)
{
    wt::TestApp test;
    if (count > 2 && std::string_view{arguments[2]} == "filled") {
        wt::given_force(test);
        wt::given_officers(test);
        wt::given_streets(test);
        given_staff(test);
        auto wish = wt::given_wish();
        wish.details.places.push_back({"Camberwell Green", {51.4747, -0.0915}});
        auto const asked = wt::app::ask_for_walk(test.app(), wt::kVisitor, wish, "of Ana");
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
