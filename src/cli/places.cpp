#include "app/places.hpp"

#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

namespace wt::cli {

void add_places(CLI::App& root, Session& session)
{
    add_csv_import(
        root,
        session,
        {"places",
         "Postcodes and named places",
         "Import them from CSV: postcode,lat,lon or name,lat,lon. Coordinates are WGS 84 degrees.",
         app::import_places});
}

} // namespace wt::cli
