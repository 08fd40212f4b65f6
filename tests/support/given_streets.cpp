#include "support/given_streets.hpp"

#include "unit/streets/tiny_map.hpp"

#include <filesystem>

namespace wt {

void given_streets(TestApp& test)
{
    auto& app = test.app();
    std::filesystem::create_directories(app.installation.data_dir);
    streets::TinyMap{}
        .node(1, 286, -2891)
        .node(2, 486, -2891)
        .node(3, 686, -2891)
        .way(10, {1, 2, 3}, {{"highway", "residential"}, {"name", "Camberwell Road"}})
        .network()
        .save(app.network_file());
    app.reload();
}

} // namespace wt
