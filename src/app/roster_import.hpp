#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "base/csv.hpp"
#include "base/interval.hpp"
#include "daylight/zone.hpp"
#include "store/db.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wt::app {

/// The kinds of a roster's file, for `import_roster`. What they find wrong goes into `result`;
/// what they changed then must not be committed.
void import_officers(
    App const& app, store::Transaction& tx, CsvTable const& table, ImportResult& result);
void import_shifts(
    App const& app, store::Transaction& tx, CsvTable const& table, ImportResult& result);
/// \param text  an iCalendar stream (RFC 5545)
void import_shift_calendar(
    App const& app, store::Transaction& tx, std::string const& text, ImportResult& result);

/// All shifts of a file that begin on one date, and the first line that says so.
struct ShiftsOfDate
{
    std::size_t line = 0;
    std::vector<Interval> shifts;

    /// A shift more, or the fault that it overlaps another.
    void add(Interval shift, std::size_t of_line, ImportResult& result);
};

/// By collar number and date. A date without shifts is one on which she has none.
using ShiftsOfFile = std::map<std::string, std::map<Day, ShiftsOfDate>>;

/// How far from today a shift may lie.
inline constexpr std::chrono::days kFarthestShift{400};

/// Puts them in the place of those that she has on these dates, and her duty days with them.
void put_shifts(
    App const& app,
    store::Transaction& tx,
    daylight::Zone const& zone,
    ShiftsOfFile& officers,
    ImportResult& result);

} // namespace wt::app
