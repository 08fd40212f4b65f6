#include "app/areas.hpp"

#include "app/areas_import.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wt::cli {

namespace {

struct Given
{
    std::string file;
    app::AreaKind kind = app::AreaKind::ward;
    std::string name_property = "name";
    std::string code_property = "code";
    std::string bcu_property;
    std::string boroughs;
};

/// Command units with their codes, and under each its wards.
void list(Session& session)
{
    auto const areas = session.app().areas();
    for (auto const& bcu : areas->list_bcus()) {
        fmt::print("{}  {}\n", bcu.code, bcu.name);
        for (auto const& ward : areas->list_wards(bcu.id)) {
            fmt::print("    {}  {}\n", ward.code, ward.name);
        }
    }
}

void import(Session& session, Given const& given)
{
    auto geojson = open_file(given.file);
    auto boroughs = given.boroughs.empty() ? std::ifstream{} : open_file(given.boroughs);
    report(
        app::import_areas(
            session.app(),
            kCommandLine,
            {.kind = given.kind,
             .geojson = geojson,
             .name_property = given.name_property,
             .code_property = given.code_property,
             .bcu_property = given.bcu_property,
             .boroughs = given.boroughs.empty() ? nullptr : &boroughs}),
        "feature");
}

} // namespace

void add_areas(CLI::App& root, Session& session)
{
    auto* const areas = root.add_subcommand("areas", "Command units and wards");
    areas->require_subcommand(1);
    auto* const command = areas->add_subcommand("import", "Import their outlines from GeoJSON");
    auto const given = std::make_shared<Given>();
    command->add_option("file", given->file, "GeoJSON FeatureCollection")->required();
    command
        ->add_option_function<std::string>(
            "--kind",
            [given](std::string const& kind) {
                given->kind = kind == "bcu" ? app::AreaKind::bcu : app::AreaKind::ward;
            },
            "bcu or ward")
        ->required()
        ->check(CLI::IsMember({"bcu", "ward"}));
    command->add_option("--name", given->name_property, "property that holds the name")
        ->capture_default_str();
    command->add_option("--code", given->code_property, "property that holds the code")
        ->capture_default_str();
    command->add_option(
        "--bcu",
        given->bcu_property,
        "property of a ward that holds its unit's code; without it, where its middle lies");
    command->add_option(
        "--boroughs", given->boroughs, "CSV (bcu,borough_gss): units made up of these features");
    command->callback([&session, given] { import(session, *given); });
    areas->add_subcommand("list", "Print their codes and names")->callback([&session] {
        list(session);
    });
}

} // namespace wt::cli
