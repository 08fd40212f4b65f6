#pragma once

#include "app/app.hpp"
#include "base/crypto.hpp"
#include "web/metrics.hpp"
#include "web/remembered.hpp"
#include "web/sending_limits.hpp"
#include "web/texts.hpp"

#include <string>

namespace wt::web {

/// All that a handler may use. One for the life of the server; read by many threads at once.
class Site
{
public:
    /// \param key  seals what browsers keep for us
    /// \throws Refusal (invalid_input) if the installation names a language without a catalogue
    Site(app::App& application, SecretKey const& key);

    app::App& app;
    Languages const languages; ///< that the installation offers
    SecretKey const cookie_key;
    std::string const host; ///< `example.org:8443`, as people reach it
    bool const is_https;
    Metrics metrics;
    SendingLimits limits;
    Remembered remembered;

    [[nodiscard]] Instant now() const { return app.now(); }
    /// Every page says that the data are invented.
    [[nodiscard]] bool is_demonstration() const { return app.settings()->demonstration; }
};

} // namespace wt::web
