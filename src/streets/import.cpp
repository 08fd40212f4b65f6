#include "streets/import.hpp"

#include "streets/osm_reader.hpp"

namespace wt::streets {

BuiltNetwork import_network(
    std::filesystem::path const& file, ImportOptions const& options, Progress const& progress)
{
    constexpr double kReading = 0.6;
    auto data = read_osm(file, [&](double share) { progress(kReading * share); });
    return build_network(std::move(data), options, [&](double share) {
        progress(kReading + (1 - kReading) * share);
    });
}

} // namespace wt::streets
