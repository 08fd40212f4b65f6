#include "app/demo_staff.hpp"

#include "app/roster.hpp"
#include "app/staff.hpp"
#include "base/calendar.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <sstream>
#include <stdexcept>

namespace wt::app {

namespace {

struct DemoOfficer
{
    char const* name; ///< by which women know her
    char const* sign_in_name;
    char const* languages;
};

constexpr std::size_t kOfficersOfAUnit = 5;
constexpr std::array<DemoOfficer, kOfficersOfAUnit * kStaffedUnits> kOfficers{{
    {"PC Amara Lindqvist", "amara.lindqvist", "en sv"},
    {"PC Beth Okonjo", "beth.okonjo", "en"},
    {"PC Catrin Vaughan", "catrin.vaughan", "cy en"},
    {"PC Dina Haddad", "dina.haddad", "ar en"},
    {"PC Esther Brandt", "esther.brandt", "de en"},
    {"PC Farah Siddle", "farah.siddle", "en ur"},
    {"PC Greta Nowak", "greta.nowak", "en pl"},
    {"PC Hana Whitcombe", "hana.whitcombe", "en es"},
    {"PC Imani Castell", "imani.castell", "en fr"},
    {"PC Judit Moravec", "judit.moravec", "en so"},
}};

std::string collar_number(std::size_t officer)
{
    return fmt::format("{}WT", 401 + 7 * officer);
}

std::span<DemoOfficer const> officers_of(std::size_t unit)
{
    return std::span{kOfficers}.subspan(unit * kOfficersOfAUnit, kOfficersOfAUnit);
}

/// The first wards, where most women ask, are known to all; of the others each knows every second.
std::string known_wards(DemoUnit const& unit, std::size_t officer)
{
    constexpr std::size_t kKnownToAll = 2;
    std::string codes;
    for (std::size_t i = 0; i < unit.wards.size(); ++i) {
        if (i < kKnownToAll || (i + officer) % 2 == 0) {
            codes += (codes.empty() ? "" : " ") + unit.wards[i].code;
        }
    }
    return codes;
}

std::string officers_csv(std::vector<DemoUnit> const& units)
{
    std::string csv = "collar_number,public_name,sex,bcu,wards,languages,trained\n";
    for (std::size_t u = 0; u < std::min(kStaffedUnits, units.size()); ++u) {
        for (std::size_t i = 0; i < kOfficersOfAUnit; ++i) {
            csv += fmt::format(
                "{},{},F,{},{},{},yes\n",
                collar_number(u * kOfficersOfAUnit + i),
                officers_of(u)[i].name,
                units[u].code,
                known_wards(units[u], i),
                officers_of(u)[i].languages);
        }
    }
    return csv;
}

/// Five days in seven; three of a unit in the evenings, two on late and day shifts by turns. The
/// shift ends before the hour that the clocks skip in spring.
std::string shifts_csv(std::size_t units, Day first, int days)
{
    constexpr std::size_t kAlwaysInTheEvening = 3;
    std::string csv = "collar_number,date,from,to\n";
    for (std::size_t officer = 0; officer < units * kOfficersOfAUnit; ++officer) {
        auto const turn = officer % kOfficersOfAUnit;
        for (int day = 0; day < days; ++day) {
            auto const phase = static_cast<std::size_t>(day);
            if ((phase + 3 * turn) % 7 < 2) {
                continue;
            }
            bool const in_the_evening = turn < kAlwaysInTheEvening || phase % 2 == 1;
            csv += fmt::format(
                "{},{},{}\n",
                collar_number(officer),
                iso_text(first + std::chrono::days{day}),
                in_the_evening ? "16:00,00:45" : "10:00,19:00");
        }
    }
    return csv;
}

void import_csv(App& app, Person const& person, std::string const& csv)
{
    std::istringstream file{csv};
    auto const result = import_roster(app, person, file);
    if (!result.faults.empty()) {
        throw std::runtime_error{
            "the demonstration's roster: " + in_english(result.faults.front().message)};
    }
}

Person add_desk(App& app, Person const& person, DemoUnit const& unit)
{
    auto const added = add_staff(
        app,
        person,
        {.sign_in_name = "desk." + unit.code,
         .name = fmt::format("Desk {}", unit.code),
         .role = Role::desk,
         .bcu = unit.code,
         .collar_number = {}});
    return {.role = Role::desk, .id = added.staff.value, .bcu = unit.id};
}

void add_officer_accounts(App& app, Person const& person, DemoUnit& unit, std::size_t position)
{
    auto const roster = list_roster(app, person, unit.id);
    for (std::size_t i = 0; i < kOfficersOfAUnit; ++i) {
        auto const& officer = officers_of(position)[i];
        auto const number = collar_number(position * kOfficersOfAUnit + i);
        auto const added = add_staff(
            app,
            person,
            {.sign_in_name = officer.sign_in_name,
             .name = officer.name,
             .role = Role::officer,
             .bcu = unit.code,
             .collar_number = number});
        auto const entry = std::ranges::find(roster, number, &store::StoredOfficer::collar_number);
        unit.officers.push_back(
            {.role = Role::officer, .id = added.staff.value, .bcu = unit.id, .officer = entry->id});
    }
}

} // namespace

void add_demo_staff(
    App& app, Person const& person, std::vector<DemoUnit>& units, Day first, int days)
{
    auto const staffed = std::min(kStaffedUnits, units.size());
    import_csv(app, person, officers_csv(units));
    import_csv(app, person, shifts_csv(staffed, first, days));
    for (auto const& [name, role] :
         {std::pair{"administrator", Role::administrator},
          std::pair{"oversight", Role::oversight},
          std::pair{"safeguarding", Role::safeguarding},
          std::pair{"safeguarding.second", Role::safeguarding},
          std::pair{"standards", Role::standards},
          std::pair{"watchdog", Role::watchdog}}) {
        std::string shown{name};
        std::ranges::replace(shown, '.', ' ');
        shown.front() = static_cast<char>(shown.front() - 'a' + 'A');
        add_staff(
            app,
            person,
            {.sign_in_name = name,
             .name = shown,
             .role = role,
             .bcu = {},
             .collar_number = {},
             .contact = fmt::format("{}@demonstration.example", name)});
    }
    for (std::size_t u = 0; u < units.size(); ++u) {
        units[u].desk = add_desk(app, person, units[u]);
        if (u < staffed) {
            add_officer_accounts(app, person, units[u], u);
        }
    }
}

} // namespace wt::app
