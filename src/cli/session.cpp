#include "cli/session.hpp"

#include "app/schema.hpp"
#include "base/refusal.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace wt::cli {

std::filesystem::path Options::key_file() const
{
    return master_key_file.empty() ? installation.data_dir / "keys" / "master.key"
                                   : std::filesystem::path{master_key_file};
}

store::Db& Session::db()
{
    if (!db_) {
        // PostgreSQL serves as many at once as there are connections; SQLite reads from the cache.
        constexpr std::size_t kOfPostgres = 12;
        constexpr std::size_t kOfSqlite = 4;
        bool const is_sqlite = store::dialect_of(options.db) == store::Dialect::sqlite;
        db_ = store::open_db(options.db, is_sqlite ? kOfSqlite : kOfPostgres);
    }
    return *db_;
}

app::App& Session::app()
{
    if (!app_) {
        app_ = open(system_now);
    }
    return *app_;
}

std::unique_ptr<app::App> Session::open(Clock const& clock)
{
    return app::open_app(db(), options.master_key, options.key_file(), options.installation, clock);
}

void say(Message const& message)
{
    fmt::print("{}\n", in_english(message));
}

std::ifstream open_file(std::string const& path)
{
    std::ifstream file{path};
    if (!file || std::filesystem::is_directory(path)) {
        throw Refusal{Refusal::not_found, {N_("The file “{1}” cannot be read."), {path}}};
    }
    return file;
}

void report(app::ImportResult const& result, char const* unit)
{
    for (auto const& fault : result.faults) {
        auto const where = fault.number == 0 ? "" : fmt::format("{} {}: ", unit, fault.number);
        fmt::print(stderr, "{}{}\n", where, in_english(fault.message));
    }
    if (!result.faults.empty()) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("Nothing was imported, because of {1} faults."),
             {std::to_string(result.faults.size())}}};
    }
    say(
        {N_("{1} added, {2} changed, {3} as they were, {4} left out."),
         {std::to_string(result.added),
          std::to_string(result.changed),
          std::to_string(result.unchanged),
          std::to_string(result.left_out)}});
}

} // namespace wt::cli
