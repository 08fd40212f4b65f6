#pragma once

namespace CLI {
class App;
}

namespace wt::cli {

// `walktalk analyse NAME`: file in, file out, no database. Each adds its command to `analyse`.
void add_analyse_accuracy(CLI::App& analyse);
void add_analyse_before_after(CLI::App& analyse);
void add_analyse_knox(CLI::App& analyse);
void add_analyse_scan(CLI::App& analyse);

} // namespace wt::cli
