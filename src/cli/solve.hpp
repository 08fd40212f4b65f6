#pragma once

namespace CLI {
class App;
}

namespace wt::cli {

// `walktalk solve NAME` and `walktalk check NAME`: problems and plans as files, no database. Each
// adds its command.
void add_solve_buddies(CLI::App& solve);
void add_check_buddies(CLI::App& check);

void add_solve_orienteering(CLI::App& solve);

} // namespace wt::cli
