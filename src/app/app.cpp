#include "app/app.hpp"

#include "app/areas.hpp"
#include "app/known_people.hpp"
#include "base/refusal.hpp"
#include "store/areas.hpp"
#include "store/help_lines.hpp"
#include "store/settings.hpp"
#include "store/tiles.hpp"
#include "streets/network.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace wt::app {

namespace {

/// What is in `file`, made from what `read` makes of it; null if there is no such file.
template <class Thing, class Read>
std::shared_ptr<Thing const> loaded(std::filesystem::path const& file, Read const& read)
{
    return std::filesystem::exists(file) ? std::make_shared<Thing const>(read(file)) : nullptr;
}

/// The network of the file; where it is damaged or of another version, the one in use so far, if
/// any: `map import` must be able to put it right.
std::shared_ptr<streets::Network const>
loaded_network(std::filesystem::path const& file, std::shared_ptr<streets::Network const> in_use)
{
    try {
        return loaded<streets::Network>(
            file, [](auto const& name) { return streets::Network::load(name); });
    } catch (Refusal const& refusal) {
        spdlog::error("{}", in_english(refusal.message()));
        return in_use;
    }
}

} // namespace

App::App(store::Db& database, store::Keyring keyring, Installation told, Clock time)
    : db{database}, keys{std::move(keyring)}, installation{std::move(told)}, clock{std::move(time)},
      known_people{std::make_unique<KnownPeople>()}
{
    reload();
}

App::~App() = default;

std::shared_ptr<Settings const> App::settings() const
{
    std::scoped_lock const lock{mutex_};
    return settings_;
}

std::shared_ptr<Areas const> App::areas() const
{
    std::scoped_lock const lock{mutex_};
    return areas_;
}

std::shared_ptr<std::vector<HelpLine> const> App::help_lines() const
{
    std::scoped_lock const lock{mutex_};
    return help_lines_;
}

std::shared_ptr<streets::Network const> App::network() const
{
    std::scoped_lock const lock{mutex_};
    return network_;
}

std::shared_ptr<store::Tiles const> App::tiles() const
{
    std::scoped_lock const lock{mutex_};
    return tiles_;
}

std::filesystem::path App::network_file() const
{
    return installation.data_dir / "streets.network";
}

std::filesystem::path App::tiles_file() const
{
    return installation.data_dir / "tiles.mbtiles";
}

Settings App::settings_of(BcuId bcu) const
{
    store::Reading reading{db};
    return make_settings(store::list_settings(reading, bcu));
}

void App::reload()
{
    store::Reading reading{db};
    auto settings = std::make_shared<Settings const>(make_settings(store::list_settings(reading)));
    auto areas =
        std::make_shared<Areas const>(store::list_bcus(reading), store::list_wards(reading));
    auto lines = store::list_help_lines(reading);
    if (lines.empty()) {
        lines = default_help_lines();
    }
    auto help_lines = std::make_shared<std::vector<HelpLine> const>(std::move(lines));
    auto network = loaded_network(network_file(), this->network());
    auto tiles = loaded<store::Tiles>(tiles_file(), [](auto const& file) { return file; });
    std::scoped_lock const lock{mutex_};
    settings_ = std::move(settings);
    areas_ = std::move(areas);
    help_lines_ = std::move(help_lines);
    network_ = std::move(network);
    tiles_ = std::move(tiles);
}

} // namespace wt::app
