#pragma once

#include "cli/session.hpp"

#include <vector>

namespace CLI {
class App;
}

namespace wt::cli {

// Each adds its command to `root`; the callbacks it sets keep `session`.
void add_migrate(CLI::App& root, Session& session);
void add_areas(CLI::App& root, Session& session);
void add_places(CLI::App& root, Session& session);
void add_help_lines(CLI::App& root, Session& session);
void add_staff(CLI::App& root, Session& session);
void add_partners(CLI::App& root, Session& session);
void add_roster(CLI::App& root, Session& session);
void add_audit(CLI::App& root, Session& session);
void add_config(CLI::App& root, Session& session);
void add_settings(CLI::App& root, Session& session);
void add_map(CLI::App& root, Session& session);
void add_quiet_hours(CLI::App& root, Session& session);
void add_plan(CLI::App& root, Session& session);
void add_backup(CLI::App& root, Session& session);
void add_restore(CLI::App& root, Session& session);
void add_numbers(CLI::App& root, Session& session);
void add_hotspots(CLI::App& root, Session& session);
void add_evaluations(CLI::App& root, Session& session);
void add_open_data(CLI::App& root, Session& session);
void add_keys(CLI::App& root, Session& session);
void add_serve(CLI::App& root, Session& session);
void add_openapi(CLI::App& root, Session& session);
void add_work(CLI::App& root, Session& session);
void add_demo(CLI::App& root, Session& session);
// Families that need no database: file in, file out (cli/analyse.hpp, cli/solve.hpp).
void add_analyse(CLI::App& root, Session& session);
void add_solve(CLI::App& root, Session& session);
void add_check(CLI::App& root, Session& session);

/// What is wrong with the settings that need no database.
std::vector<Message> faults_of(app::Installation const& told);

/// `walktalk NAME import FILE`.
struct CsvImport
{
    char const* name;
    char const* about;
    char const* help; ///< names the columns
    app::ImportResult (*import)(app::App& app, Person const& person, std::istream& file);
};
void add_csv_import(CLI::App& root, Session& session, CsvImport const& kind);

} // namespace wt::cli
