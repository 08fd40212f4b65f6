#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "base/message.hpp"
#include "scheme/role.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace wt::cli {

/// Who acts on the command line: whoever may run the program where the database and keys are.
inline constexpr Person kCommandLine{.role = Role::administrator};

/// What walktalk.toml, the environment and the command line say.
struct Options
{
    std::string db = "sqlite:walktalk.db";
    std::string master_key;      ///< from the environment alone; empty: from the file
    std::string master_key_file; ///< empty: data_dir/keys/master.key
    app::Installation installation;

    [[nodiscard]] std::filesystem::path key_file() const;
};

/// Where to serve, and whether to run the worker beside it.
struct ServeWish
{
    std::string address;
    std::uint16_t port = 0;
    bool works = true;
};

/// What the commands of other layers need of `main`, which alone may see them all.
struct Callbacks
{
    /// Serves until a signal ends it.
    std::function<void(app::App& app, ServeWish const& wish)> serve;
    /// \throws Refusal (invalid_input) if there are no pages in one of the languages
    std::function<void(std::string const& languages)> check_languages;
    /// The OpenAPI document of the API.
    std::function<std::string()> openapi;
};

/// What a command is given. The database and the keys are opened when it first asks for them.
class Session
{
public:
    explicit Session(Callbacks told) : callbacks{std::move(told)} {}

    Options options;
    Callbacks const callbacks;

    /// Whatever state its schema is in.
    [[nodiscard]] store::Db& db();
    /// The installation.
    /// \throws Refusal (conflict) unless the schema is this program's and the master key fits
    [[nodiscard]] app::App& app();
    /// As `app`, one more of it with a clock of its own.
    [[nodiscard]] std::unique_ptr<app::App> open(Clock const& clock);

private:
    std::unique_ptr<store::Db> db_;
    std::unique_ptr<app::App> app_;
};

/// Prints the sentence on standard output.
void say(Message const& message);

/// \throws Refusal (not_found) if it cannot be read
std::ifstream open_file(std::string const& path);

/// Prints what an import did.
/// \param unit  what a fault's number counts: "line", "feature"
/// \throws Refusal (invalid_input) if it had faults, each of which is printed
void report(app::ImportResult const& result, char const* unit);

} // namespace wt::cli
