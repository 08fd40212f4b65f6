#include "web/pages/moments.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>

namespace wt::web {

namespace {

constexpr std::array kWeekdays{
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday")};

constexpr std::array kMonths{
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December")};

std::string month_in_words(Texts const& t, std::chrono::year_month_day date)
{
    return t(kMonths.at(unsigned{date.month()} - 1));
}

std::string day_number(std::chrono::year_month_day date)
{
    return std::to_string(unsigned{date.day()});
}

} // namespace

std::string weekday_in_words(Texts const& t, int index)
{
    assert(index >= 0 && index <= 6);
    return t(kWeekdays.at(static_cast<std::size_t>(index)));
}

std::string day_in_words(Texts const& t, daylight::LocalTime const& local)
{
    return t(
        "{1} {2} {3}",
        {weekday_in_words(t, static_cast<int>(local.weekday.iso_encoding()) - 1),
         day_number(local.date),
         month_in_words(t, local.date)});
}

std::string date_in_words(Texts const& t, Day day)
{
    std::chrono::year_month_day const date{day};
    return t(
        "{1} {2} {3}",
        {day_number(date), month_in_words(t, date), std::to_string(int{date.year()})});
}

std::string month_in_words(Texts const& t, std::int64_t month)
{
    assert(month >= 0);
    return t(
        "{1} {2}",
        {t(kMonths.at(static_cast<std::size_t>(month % 12))), std::to_string(1970 + month / 12)});
}

std::string time_in_words(Texts const& t, int hour, int minute)
{
    if (minute == 0 && hour % 12 == 0) {
        return hour % 24 == 0 ? t("midnight") : t("midday");
    }
    int const shown = hour % 12 == 0 ? 12 : hour % 12;
    auto const digits =
        minute == 0 ? std::to_string(shown) : fmt::format("{}:{:02}", shown, minute);
    return hour % 24 < 12 ? t("{1}am", {digits}) : t("{1}pm", {digits});
}

std::string moment_in_words(Texts const& t, daylight::Zone const& zone, Instant moment)
{
    auto const local = zone.local(moment);
    return t("{1}, {2}", {day_in_words(t, local), time_in_words(t, local.hour, local.minute)});
}

std::string span_in_words(Texts const& t, daylight::Zone const& zone, Interval span)
{
    auto const end = zone.local(span.to);
    return t(
        "{1} to {2}",
        {moment_in_words(t, zone, span.from), time_in_words(t, end.hour, end.minute)});
}

std::string clock_in_words(daylight::Zone const& zone, Instant moment)
{
    return zone.local(moment).abbreviation;
}

} // namespace wt::web
