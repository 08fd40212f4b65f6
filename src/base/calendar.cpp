#include "base/calendar.hpp"

#include "base/text.hpp"

#include <fmt/chrono.h>

#include <algorithm>

namespace wt {

namespace {

/// Digits alone, `shortest`..`longest` of them.
std::optional<int> find_digits(std::string_view text, std::size_t shortest, std::size_t longest)
{
    bool const is_digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    auto const number = find_integer(text);
    return is_digits && number && text.size() >= shortest && text.size() <= longest
               ? std::optional{static_cast<int>(*number)}
               : std::nullopt;
}

} // namespace

std::optional<Day> find_day(std::string_view text)
{
    auto const parts = split(text, '-');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    auto const year = find_digits(parts[0], 4, 4);
    auto const month = find_digits(parts[1], 2, 2);
    auto const day = find_digits(parts[2], 2, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    std::chrono::year_month_day const date{
        std::chrono::year{*year},
        std::chrono::month{static_cast<unsigned>(*month)},
        std::chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional{Day{date}} : std::nullopt;
}

std::string iso_text(Day day)
{
    std::chrono::year_month_day const date{day};
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()));
}

std::string iso_text(Instant moment)
{
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::floor<std::chrono::seconds>(moment));
}

std::optional<std::chrono::minutes> find_time_of_day(std::string_view text)
{
    auto const parts = split(text, ':');
    if (parts.size() != 2) {
        return std::nullopt;
    }
    auto const hours = find_digits(parts[0], 1, 2);
    auto const minutes = find_digits(parts[1], 2, 2);
    if (!hours || !minutes || *minutes > 59 || *hours > 24 || (*hours == 24 && *minutes > 0)) {
        return std::nullopt;
    }
    return std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
}

} // namespace wt
