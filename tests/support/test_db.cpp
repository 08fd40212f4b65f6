#include "support/test_db.hpp"

#include "base/crypto.hpp"
#include "store/migrations.hpp"
#include "store/postgres_address.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <unistd.h>

namespace wt {

namespace {

namespace fs = std::filesystem;

char const* find_postgres()
{
    char const* const url = std::getenv("WALKTALK_TEST_POSTGRES");
    return url != nullptr && *url != '\0' ? url : nullptr;
}

/// `postgresql://user@host:port/database` with another database.
std::string url_of_database(std::string_view database)
{
    std::string url{find_postgres()};
    auto const query = url.find('?');
    std::string const options = query == std::string::npos ? "" : url.substr(query);
    auto const slash = url.rfind('/', query);
    return url.substr(0, slash + 1) + std::string{database} + options;
}

void on_server(std::string const& statement)
{
    soci::session session{soci::postgresql, store::postgres_keywords(find_postgres())};
    session << statement;
}

fs::path file_of(std::string const& name)
{
    return fs::temp_directory_path() / (name + ".db");
}

void remove_database(store::Dialect dialect, std::string const& name)
{
    if (dialect == store::Dialect::postgresql) {
        on_server("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        return;
    }
    for (auto const* const suffix : {"", "-wal", "-shm"}) {
        fs::remove(file_of(name).string() + suffix);
    }
}

std::string url_of(store::Dialect dialect, std::string const& name)
{
    return dialect == store::Dialect::postgresql ? url_of_database(name)
                                                 : "sqlite:" + file_of(name).string();
}

/// The migrated database that the others are copies of, removed when the program ends.
class Template
{
public:
    explicit Template(store::Dialect dialect)
        : dialect_{dialect}, name_{"wt_template_" + std::to_string(getpid())}
    {
        remove_database(dialect_, name_);
        if (dialect_ == store::Dialect::postgresql) {
            on_server("CREATE DATABASE " + name_);
        }
        store::Db db{url_of(dialect_, name_), 1};
        store::migrate(db, Instant{});
    }
    ~Template() { remove_database(dialect_, name_); }
    Template(Template const&) = delete;
    Template& operator=(Template const&) = delete;

    void copy_to(std::string const& name) const
    {
        if (dialect_ == store::Dialect::postgresql) {
            on_server("CREATE DATABASE " + name + " TEMPLATE " + name_);
        } else {
            fs::copy_file(file_of(name_), file_of(name));
        }
    }

private:
    store::Dialect dialect_;
    std::string name_;
};

Template const& template_for(store::Dialect dialect)
{
    if (dialect == store::Dialect::postgresql) {
        static Template const postgresql{store::Dialect::postgresql};
        return postgresql;
    }
    static Template const sqlite{store::Dialect::sqlite};
    return sqlite;
}

} // namespace

TestDb::TestDb(store::Dialect dialect, std::size_t readers)
    : dialect_{dialect}, name_{"wt_test_" + std::to_string(random_id())}, readers_{readers}
{
    template_for(dialect_).copy_to(name_);
    url_ = url_of(dialect_, name_);
    reopen();
}

TestDb::~TestDb()
{
    db_.reset();
    remove_database(dialect_, name_);
}

void TestDb::reopen()
{
    db_.reset();
    db_ = std::make_unique<store::Db>(url_, readers_);
}

std::vector<store::Dialect> list_test_dialects()
{
    std::vector<store::Dialect> dialects{store::Dialect::sqlite};
    if (find_postgres() != nullptr) {
        dialects.push_back(store::Dialect::postgresql);
    }
    return dialects;
}

std::string name_of(testing::TestParamInfo<store::Dialect> const& info)
{
    return info.param == store::Dialect::sqlite ? "sqlite" : "postgresql";
}

} // namespace wt
