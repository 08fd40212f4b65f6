#include "support/test_app.hpp"

#include "base/crypto.hpp"

#include <filesystem>

namespace wt {

TestApp::TestApp(store::Dialect dialect) : database_{dialect}
{
    app::Installation installation;
    installation.data_dir =
        std::filesystem::temp_directory_path() / ("walktalk-test-" + random_token());
    installation.languages = "en, cy";
    app_ = std::make_unique<app::App>(
        database_.db(),
        store::Keyring{database_.db(), master_key_},
        std::move(installation),
        [this] { return now; });
}

std::unique_ptr<app::App> TestApp::a_week_later()
{
    return std::make_unique<app::App>(database_.db(), app_->keys, app_->installation, [this] {
        return now + std::chrono::days{7};
    });
}

TestApp::~TestApp()
{
    std::error_code absent;
    std::filesystem::remove_all(app_->installation.data_dir, absent);
}

} // namespace wt
