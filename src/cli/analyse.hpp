#pragma once

namespace CLI {
class App;
}

namespace wt::cli {

// `walktalk analyse NAME`: file in, file out, no database. Each adds its command to `analyse`.
void add_analyse_streets(CLI::App& analyses);
void add_analyse_times(CLI::App& analyses);
void add_analyse_route(CLI::App& analyses);
void add_analyse_quiet_hours(CLI::App& analyses);
void add_analyse_sun(CLI::App& analyses);
void add_analyse_scan(CLI::App& analyses);
void add_analyse_ranking(CLI::App& analyses);
void add_analyse_density(CLI::App& analyses);
void add_analyse_gi_star(CLI::App& analyses);
void add_analyse_local_moran(CLI::App& analyses);
void add_analyse_accuracy(CLI::App& analyses);
void add_analyse_before_after(CLI::App& analyses);
void add_analyse_knox(CLI::App& analyses);
void add_analyse_hotspots(CLI::App& analyses);

} // namespace wt::cli
