#include "app/app.hpp"

#include "app/areas.hpp"
#include "store/areas.hpp"
#include "store/settings.hpp"

#include <utility>

namespace wt::app {

App::App(store::Db& database, store::Keyring keyring, Installation told, Clock time)
    : db{database}, keys{std::move(keyring)}, installation{std::move(told)}, clock{std::move(time)}
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
    std::scoped_lock const lock{mutex_};
    settings_ = std::move(settings);
    areas_ = std::move(areas);
}

} // namespace wt::app
