#pragma once

namespace CLI {
class App;
}

namespace wt::cli {

// `walktalk analyse NAME`: file in, file out, no database. Each adds its command to `analyse`.
void add_density(CLI::App& analyse);
void add_gi_star(CLI::App& analyse);
void add_hotspots(CLI::App& analyse);
void add_local_moran(CLI::App& analyse);

} // namespace wt::cli
