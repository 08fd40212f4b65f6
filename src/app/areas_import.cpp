#include "app/areas_import.hpp"

#include "app/areas.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/csv.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "geo/geojson.hpp"
#include "geo/inner_point.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <sstream>

namespace wt::app {

namespace {

/// "Central South" as "central-south".
std::string code_of_name(std::string_view name)
{
    auto code = to_lower(name);
    std::ranges::replace(code, ' ', '-');
    return code;
}

/// Two features with one code would each undo the other.
void refuse_repeated_codes(std::vector<AreaFeature> const& features, ImportResult& result)
{
    std::map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < features.size(); ++i) {
        auto const [known, is_new] = first.emplace(features[i].code, i + 1);
        if (!is_new) {
            result.add_fault(
                i + 1,
                {N_("The code “{1}” is that of feature {2} already."),
                 {features[i].code, std::to_string(known->second)}});
        }
    }
}

/// The command units that a mapping makes of boroughs.
std::vector<store::StoredBcu>
joined_by_mapping(std::vector<AreaFeature>& boroughs, std::istream& mapping, ImportResult& result)
{
    CsvTable const table{mapping};
    table.require_columns({"bcu", "borough_gss"});
    std::map<std::string, store::StoredBcu, std::less<>> by_name;
    std::size_t used = 0;
    for (auto const& row : table.rows()) {
        auto const name = table.cell(row, "bcu");
        auto const code = table.cell(row, "borough_gss");
        auto const borough = std::ranges::find(boroughs, code, &AreaFeature::code);
        if (name.empty() || borough == boroughs.end()) {
            result.add_fault(
                row.line,
                {N_("The list of boroughs names “{1}”, which is not in the file of areas."),
                 {std::string{code}}});
            continue;
        }
        auto& bcu = by_name[std::string{name}];
        bcu.name = name;
        bcu.code = code_of_name(name);
        std::ranges::copy(borough->area.polygons, std::back_inserter(bcu.area.polygons));
        ++used;
    }
    result.left_out = boroughs.size() - std::min(used, boroughs.size());
    std::vector<store::StoredBcu> bcus;
    for (auto& [name, bcu] : by_name) {
        bcus.push_back(std::move(bcu));
    }
    return bcus;
}

std::vector<store::StoredBcu>
bcus_of(std::vector<AreaFeature> features, AreaFile const& file, ImportResult& result)
{
    if (file.boroughs != nullptr) {
        return joined_by_mapping(features, *file.boroughs, result);
    }
    std::vector<store::StoredBcu> bcus;
    for (auto& feature : features) {
        bcus.push_back(
            {{}, std::move(feature.code), std::move(feature.name), std::move(feature.area)});
    }
    return bcus;
}

/// The command unit of a ward: by the code in its property, or by where its middle lies.
std::optional<BcuId>
find_bcu_of(Areas const& areas, AreaFeature const& ward, std::optional<std::string> const& code)
{
    auto const bcus = areas.list_bcus();
    for (std::size_t i = 0; i < bcus.size(); ++i) {
        if (code ? bcus[i].code == *code : contains(areas.bcu_area(i), inner_point(ward.area))) {
            return bcus[i].id;
        }
    }
    return std::nullopt;
}

std::vector<store::StoredWard> wards_of(
    Areas const& areas,
    std::vector<AreaFeature> features,
    std::vector<AreaFeature> const& bcu_codes,
    ImportResult& result)
{
    std::vector<store::StoredWard> wards;
    for (std::size_t i = 0; i < features.size(); ++i) {
        auto& feature = features[i];
        auto const code = bcu_codes.empty() ? std::nullopt : std::optional{bcu_codes[i].code};
        auto const bcu = find_bcu_of(areas, feature, code);
        if (!bcu) {
            result.add_fault(
                i + 1,
                code ? Message{N_("There is no command unit “{1}”."), {*code}}
                     : Message{N_("“{1}” lies in no command unit."), {feature.name}});
            continue;
        }
        wards.push_back(
            {{}, std::move(feature.code), std::move(feature.name), *bcu, std::move(feature.area)});
    }
    return wards;
}

std::vector<AreaFeature>
read_features(std::string const& text, std::string const& name, std::string const& code)
{
    std::istringstream stream{text};
    return read_areas(stream, {.name = name, .code = code});
}

} // namespace

ImportResult import_areas(App& app, Person const& person, AreaFile const& file)
{
    require_permission(person, Action::import_areas);
    std::string const text{std::istreambuf_iterator<char>{file.geojson}, {}};
    auto features = read_features(text, file.name_property, file.code_property);
    ImportResult result;
    refuse_repeated_codes(features, result);
    store::Transaction tx{app.db};
    if (file.kind == AreaKind::bcu) {
        for (auto const& bcu : bcus_of(std::move(features), file, result)) {
            result.count(store::put_bcu(tx, bcu));
        }
    } else {
        // What is not said of a ward here is said of its command unit there.
        auto const bcu_codes = file.bcu_property.empty()
                                   ? std::vector<AreaFeature>{}
                                   : read_features(text, file.name_property, file.bcu_property);
        for (auto const& ward : wards_of(*app.areas(), std::move(features), bcu_codes, result)) {
            result.count(store::put_ward(tx, ward));
        }
    }
    if (result.faults.empty()) {
        record(app, tx, person, Action::import_areas, Subject{});
        tx.commit();
        app.reload();
    }
    return result;
}

} // namespace wt::app
