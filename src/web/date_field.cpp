#include "web/date_field.hpp"

#include "base/text.hpp"

namespace wt::web {

std::optional<Day> find_date(Fields const& typed, std::string const& name)
{
    auto const part = [&](char const* which, long long least, long long most) {
        auto const number = find_integer(typed.get(name + which)).value_or(-1);
        return number >= least && number <= most ? static_cast<int>(number) : 0;
    };
    std::chrono::year_month_day const date{
        std::chrono::year{part("-year", 1970, 2199)},
        std::chrono::month{static_cast<unsigned>(part("-month", 1, 12))},
        std::chrono::day{static_cast<unsigned>(part("-day", 1, 31))}};
    bool const is_day = date.ok() && int{date.year()} != 0;
    return is_day ? std::optional{Day{date}} : std::nullopt;
}

void put_date(Fields& fields, std::string const& name, Day day)
{
    std::chrono::year_month_day const date{day};
    fields.set(name + "-day", std::to_string(unsigned{date.day()}));
    fields.set(name + "-month", std::to_string(unsigned{date.month()}));
    fields.set(name + "-year", std::to_string(int{date.year()}));
}

bool has_date(Fields const& typed, std::string const& name)
{
    return !(typed.get(name + "-day") + typed.get(name + "-month") + typed.get(name + "-year"))
                .empty();
}

} // namespace wt::web
