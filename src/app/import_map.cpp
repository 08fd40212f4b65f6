#include "app/import_map.hpp"

#include "app/permission.hpp"
#include "app/record.hpp"

namespace wt::app {

streets::ImportStatistics import_map(
    App& app,
    Person const& person,
    std::filesystem::path const& file,
    std::function<void(double)> const& progress)
{
    require_permission(person, Action::import_map);
    auto const built = streets::import_network(file, {}, progress);
    std::filesystem::create_directories(app.installation.data_dir);
    built.network.save(app.network_file());
    store::Transaction tx{app.db};
    record(app, tx, person, Action::import_map, {});
    tx.commit();
    app.reload();
    return built.statistics;
}

} // namespace wt::app
