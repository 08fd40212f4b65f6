#pragma once

#include "base/time.hpp"
#include "scheme/help_line.hpp"
#include "scheme/ids.hpp"
#include "scheme/settings.hpp"
#include "store/db.hpp"
#include "store/keyring.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace wt::streets {
class Network;
}

namespace wt::store {
class Tiles;
}

namespace wt::app {

class Areas;
class KnownPeople;

/// What the installation is told from outside: walktalk.toml, environment, command line.
struct Installation
{
    std::string public_url = "http://127.0.0.1:8080"; ///< where people reach the pages
    std::filesystem::path data_dir = "walktalk-data"; ///< network, tiles, master key, outbox
    std::string smtp_url; ///< empty: mails wait for one; in a demonstration they become files
    std::string smtp_user;
    std::string smtp_password;
    std::string mail_from = "reply-not-possible@localhost";
    std::string sms_url;          ///< empty: as smtp_url
    std::string languages = "en"; ///< that pages are offered in; a catalogue may be unfinished
    std::string limits = "on"; ///< "off": a client may send as often as it likes, to measure loads
};

/// What every use case is given. One per process, shared by all threads.
class App
{
public:
    App(store::Db& database, store::Keyring keyring, Installation installation, Clock clock);
    ~App();

    store::Db& db;
    store::Keyring const keys;
    Installation const installation;
    Clock const clock;
    std::unique_ptr<KnownPeople> const known_people;

    [[nodiscard]] Instant now() const { return clock(); }

    /// The force's settings, as of the last `reload`; those of a BCU are layered over them.
    [[nodiscard]] std::shared_ptr<Settings const> settings() const;
    [[nodiscard]] Settings settings_of(BcuId bcu) const;
    /// BCUs and wards with their outlines.
    [[nodiscard]] std::shared_ptr<Areas const> areas() const;
    /// Who helps, domestic abuse first: the force's own, or those that the program knows.
    [[nodiscard]] std::shared_ptr<std::vector<HelpLine> const> help_lines() const;
    /// The street network; null until a map has been imported.
    [[nodiscard]] std::shared_ptr<streets::Network const> network() const;

    /// The drawn map; null where none was made.
    [[nodiscard]] std::shared_ptr<store::Tiles const> tiles() const;

    /// Where `import_map` keeps the street network, and the set-up the tiles.
    [[nodiscard]] std::filesystem::path network_file() const;
    [[nodiscard]] std::filesystem::path tiles_file() const;

    /// Reads settings, areas, help lines, network and tiles again, after an import or a change.
    void reload();

private:
    mutable std::mutex mutex_;
    std::shared_ptr<Settings const> settings_;
    std::shared_ptr<Areas const> areas_;
    std::shared_ptr<std::vector<HelpLine> const> help_lines_;
    std::shared_ptr<streets::Network const> network_;
    std::shared_ptr<store::Tiles const> tiles_;
};

} // namespace wt::app
