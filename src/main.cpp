#include "app/background.hpp"
#include "cli/run.hpp"
#include "web/api/openapi.hpp"
#include "web/routes.hpp"
#include "web/server.hpp"
#include "web/texts.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace {

void serve(wt::app::App& app, wt::cli::ServeWish const& wish)
{
    wt::app::Background background{app};
    wt::web::Site site{app, app.keys.key(wt::store::KeyPurpose::cookie)};
    auto const router = wt::web::make_router();
    wt::web::serve_until_signal(
        site, router, {.address = wish.address, .port = wish.port}, [&](std::uint16_t port) {
            if (wish.works) {
                background.start(); // not before: signals are blocked now
            }
            fmt::print("Serving on http://{}:{}\n", wish.address, port);
            std::fflush(stdout);
        });
}

void check_languages(std::string const& languages)
{
    wt::web::Languages::named(languages);
}

} // namespace

int main(int argc, char** argv)
{
    return wt::cli::run(
        argc,
        argv,
        {.serve = serve,
         .check_languages = check_languages,
         .openapi = wt::web::api::openapi_text});
}
