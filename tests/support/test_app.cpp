#include "support/test_app.hpp"

namespace wt {

TestApp::TestApp(store::Dialect dialect) : database_{dialect}
{
    app_ = std::make_unique<app::App>(
        database_.db(),
        store::Keyring{database_.db(), SecretKey::make_random()},
        app::Installation{},
        [this] { return now; });
}

} // namespace wt
