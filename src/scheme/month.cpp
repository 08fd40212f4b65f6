#include "scheme/month.hpp"

#include "base/calendar.hpp"

namespace wt {

Month month_of_day(Day day)
{
    std::chrono::year_month_day const date{day};
    return (static_cast<int>(date.year()) - 1970) * Month{12} +
           static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

Day first_day_of(Month month)
{
    return std::chrono::local_days{
        std::chrono::year{static_cast<int>(1970 + month / 12)} /
        std::chrono::month{static_cast<unsigned>(month % 12 + 1)} / std::chrono::day{1}};
}

std::string month_text(Month month)
{
    return iso_text(first_day_of(month)).substr(0, 7);
}

std::optional<Month> find_month(std::string_view text)
{
    auto const day = text.size() == 7 ? find_day(std::string{text} + "-01") : std::nullopt;
    auto const month = day ? month_of_day(*day) : -1;
    return month >= 0 ? std::optional{month} : std::nullopt;
}

} // namespace wt
