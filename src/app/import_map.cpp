#include "app/import_map.hpp"

#include "app/permission.hpp"
#include "app/places.hpp"
#include "app/record.hpp"
#include "store/concern_segments.hpp"
#include "streets/segments.hpp"

namespace wt::app {

namespace {

KeptConcerns find_again(store::Reading& reading, streets::Network const& network)
{
    KeptConcerns found;
    for (auto const& [segment, concerns] : store::list_concern_segments(reading)) {
        auto const again = streets::reattach(network, segment);
        auto& count = !again ? found.lost : again->has_moved() ? found.moved : found.kept;
        count += concerns;
    }
    return found;
}

} // namespace

MapImport import_map(
    App& app,
    Person const& person,
    std::filesystem::path const& file,
    std::function<void(double)> const& progress)
{
    require_permission(person, Action::import_map);
    constexpr double kNetwork = 0.8; // of the work; the rest is for the places
    auto const built =
        streets::import_network(file, {}, [&](double share) { progress(kNetwork * share); });
    auto const places = streets::read_named_places(
        file, built.network, [&](double share) { progress(kNetwork + (1 - kNetwork) * share); });
    std::filesystem::create_directories(app.installation.data_dir);
    built.network.save(app.network_file());
    store::Transaction tx{app.db};
    replace_places_of_map(tx, places);
    auto const concerns = find_again(tx, built.network);
    record(app, tx, person, Action::import_map, {});
    tx.commit();
    app.reload();
    return {built.statistics, concerns};
}

} // namespace wt::app
