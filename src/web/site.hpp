#pragma once

#include "base/crypto.hpp"
#include "base/time.hpp"
#include "web/metrics.hpp"
#include "web/texts.hpp"

#include <string>

namespace wt::app {
struct App;
}

namespace wt::web {

struct SiteSettings
{
    std::string public_url =
        "http://127.0.0.1:8080";       ///< as people reach it, without `/` at the end
    std::string force_name;            ///< "Metropolitan Police"
    std::string accessibility_contact; ///< e-mail address
    bool is_demonstration = false;     ///< every page says so

    [[nodiscard]] bool is_https() const { return public_url.starts_with("https://"); }
    /// `example.org:8443` of `https://example.org:8443/walks`.
    [[nodiscard]] std::string host() const;
};

/// All that a handler may use. One for the life of the server; read by many threads at once.
struct Site
{
    app::App& app;
    SiteSettings settings;
    Languages languages;
    SecretKey cookie_key; ///< seals what browsers keep for us
    Clock clock = system_now;
    Metrics metrics{};
};

} // namespace wt::web
