#include "scheme/settings.hpp"

#include "base/refusal.hpp"
#include "base/text.hpp"
#include "scheme/publication.hpp"

#include <algorithm>
#include <array>
#include <variant>

namespace wt {

namespace {

struct Setting
{
    std::string_view name;
    std::variant<int Settings::*, bool Settings::*, std::string Settings::*> member;
    int low = 0;
    int high = 0;
};

std::array<Setting, 23> const kSettings{{
    {"force_name", &Settings::force_name},
    {"time_zone", &Settings::time_zone},
    {"demonstration", &Settings::demonstration},
    {"calling_code", &Settings::calling_code},
    {"minimum_age", &Settings::minimum_age, 0, 30},
    {"unit_size", &Settings::unit_size, 2, 6},
    {"walk_minutes", &Settings::walk_minutes, 30, 90},
    {"briefing_minutes", &Settings::briefing_minutes, 0, 120},
    {"travel_minutes", &Settings::travel_minutes, 0, 180},
    {"party_limit", &Settings::party_limit, 1, 4},
    {"reply_hours", &Settings::reply_hours, 1, 240},
    {"publication_threshold", &Settings::publication_threshold, 2, 100},
    {"answer_days_amber", &Settings::answer_days_amber, 1, 400},
    {"answer_days_red", &Settings::answer_days_red, 1, 400},
    {"route_days", &Settings::route_days, 0, 7},
    {"message_days", &Settings::message_days, 0, 30},
    {"participant_days", &Settings::participant_days, 30, 2000},
    {"disclosure_days", &Settings::disclosure_days, 1, 3650},
    {"complaint_days", &Settings::complaint_days, 30, 3650},
    {"safeguarding_order", &Settings::safeguarding_order},
    {"emergency_number", &Settings::emergency_number},
    {"non_emergency_number", &Settings::non_emergency_number},
    {"contact_for_help", &Settings::contact_for_help},
}};

[[noreturn]] void refuse(std::string_view name)
{
    throw Refusal{
        Refusal::invalid_input,
        Message{N_("The setting {1} is unknown or out of range."), {std::string{name}}}};
}

struct Assign
{
    Settings& settings;
    Setting const& setting;
    std::string const& text;

    void operator()(int Settings::* member) const
    {
        auto const value = find_integer(text);
        if (!value || *value < setting.low || *value > setting.high) {
            refuse(setting.name);
        }
        settings.*member = static_cast<int>(*value);
    }
    void operator()(bool Settings::* member) const
    {
        if (text != "true" && text != "false") {
            refuse(setting.name);
        }
        settings.*member = text == "true";
    }
    void operator()(std::string Settings::* member) const
    {
        if (!is_clean_utf8(text) || text.size() > 500) {
            refuse(setting.name);
        }
        settings.*member = text;
    }
};

struct Text
{
    Settings const& settings;

    std::string operator()(int Settings::* member) const
    {
        return std::to_string(settings.*member);
    }
    std::string operator()(bool Settings::* member) const
    {
        return settings.*member ? "true" : "false";
    }
    std::string operator()(std::string Settings::* member) const { return settings.*member; }
};

} // namespace

Settings make_settings(std::map<std::string, std::string> const& values)
{
    Settings settings;
    auto const published = to_texts(make_publication(values)); // refuses what is out of range
    for (auto const& [name, text] : values) {
        if (published.contains(name)) {
            continue; // has a place of its own
        }
        auto const setting = std::ranges::find(kSettings, name, &Setting::name);
        if (setting == kSettings.end()) {
            refuse(name);
        }
        std::visit(Assign{settings, *setting, text}, setting->member);
    }
    return settings;
}

std::map<std::string, std::string> to_texts(Settings const& settings)
{
    std::map<std::string, std::string> texts;
    for (auto const& setting : kSettings) {
        texts.emplace(setting.name, std::visit(Text{settings}, setting.member));
    }
    return texts;
}

} // namespace wt
