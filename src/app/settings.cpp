#include "app/settings.hpp"

#include "app/areas.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "base/refusal.hpp"
#include "daylight/zone.hpp"
#include "store/settings.hpp"
#include "store/staff.hpp"

#include <algorithm>
#include <array>

namespace wt::app {

namespace {

constexpr std::array<std::string_view, 11> kOfTheWholeForce{
    "force_name",
    "time_zone",
    "demonstration",
    "calling_code",
    "disclosure_days",
    "complaint_days",
    "safeguarding_order",
    "emergency_number",
    "non_emergency_number",
    "numbers_day",
    "open_data_licence"};

std::optional<BcuId> require_bcu(App const& app, std::string_view code)
{
    if (code.empty()) {
        return std::nullopt;
    }
    auto const bcu = app.areas()->find_bcu(code);
    if (!bcu) {
        throw Refusal{
            Refusal::not_found, {N_("There is no command unit “{1}”."), {std::string{code}}}};
    }
    return bcu->id;
}

} // namespace

void change_setting(
    App& app,
    Person const& person,
    std::string_view name,
    std::string_view value,
    std::string_view bcu)
{
    require_permission(person, Action::change_settings);
    auto const unit = require_bcu(app, bcu);
    if (unit && std::ranges::find(kOfTheWholeForce, name) != kOfTheWholeForce.end()) {
        throw Refusal{
            Refusal::invalid_input,
            {N_("The whole force shares the setting {1}."), {std::string{name}}}};
    }
    if (name == "time_zone") {
        daylight::require_zone(value);
    }
    store::Transaction tx{app.db};
    // In a demonstration anybody may sign in as anybody.
    if (name == "demonstration" && !store::list_staff(tx).empty()) {
        throw Refusal{
            Refusal::conflict,
            N_("Only an empty database becomes a demonstration, and it stays one.")};
    }
    store::put_setting(tx, name, value, unit);
    make_settings(store::list_settings(tx, unit)); // refuses what cannot be
    record(app, tx, person, Action::change_settings, unit ? Subject{*unit} : Subject{});
    tx.commit();
    app.reload();
}

Publication publication_of(App const& app)
{
    store::Reading reading{app.db};
    return make_publication(store::list_settings(reading));
}

std::map<std::string, std::string>
list_settings(App const& app, Person const& person, std::string_view bcu)
{
    require_permission(person, Action::change_settings);
    auto const unit = require_bcu(app, bcu);
    auto texts = to_texts(unit ? app.settings_of(*unit) : *app.settings());
    texts.merge(to_texts(publication_of(app)));
    return texts;
}

} // namespace wt::app
