#include "cli/quiet_profile_file.hpp"

#include "base/refusal.hpp"
#include "cli/files.hpp"

#include <algorithm>
#include <bitset>

namespace wt::cli {

namespace {

constexpr std::size_t kHoursOfDay = 24;

[[noreturn]] void refuse(std::string const& path, Message const& what)
{
    throw Refusal{Refusal::invalid_input, {N_("{1}: {2}"), {path, in_english(what)}}};
}

} // namespace

daylight::WeekCounts read_week_counts(std::string const& path)
{
    InputTable const table{path, {"weekday", "hour"}};
    bool const has_people = table.has_column("people");
    bool const has_traffic = table.has_column("traffic");
    if (!has_people && !has_traffic) {
        refuse(path, N_("There is no column “people” and none “traffic”."));
    }
    daylight::WeekCounts week{};
    std::bitset<daylight::kHoursOfWeek> is_known;
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto const day = static_cast<std::size_t>(table.whole(row, "weekday", 1, 7));
        auto const hour = static_cast<std::size_t>(table.whole(row, "hour", 0, 23));
        auto const index = (day - 1) * kHoursOfDay + hour;
        if (is_known[index]) {
            table.refuse(row, N_("This hour of the week comes twice."));
        }
        is_known.set(index);
        week[index] = {
            has_people ? table.number(row, "people", 0) : 0.0,
            has_traffic ? table.number(row, "traffic", 0) : 0.0};
    }
    if (!is_known.all()) {
        refuse(
            path,
            {N_("{1} of the 168 hours of the week are missing."),
             {std::to_string(is_known.size() - is_known.count())}});
    }
    if (std::ranges::all_of(week, [](auto hour) { return hour.people + hour.traffic <= 0; })) {
        refuse(path, N_("Nothing was counted in any hour."));
    }
    return week;
}

} // namespace wt::cli
