#include "app/roster.hpp"
#include "app/roster_import.hpp"
#include "base/calendar.hpp"
#include "daylight/zone.hpp"
#include "scheme/officer.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace wt::app {

namespace {

class ShiftReader
{
public:
    ShiftReader(App const& app, CsvTable const& table, ImportResult& result)
        : zone_{daylight::require_zone(app.settings()->time_zone)}, today_{zone_.day_of(app.now())},
          table_{table}, result_{result}
    {
    }

    /// By collar number and date, without the lines that are wrong.
    ShiftsOfFile read()
    {
        ShiftsOfFile officers;
        for (auto const& row : table_.rows()) {
            auto const cell = table_.cell(row, "collar_number");
            auto const officer = find_collar_number(cell);
            auto const day = find_day(table_.cell(row, "date"));
            if (!row.has_all_cells) {
                fault(row, N_("There are more or fewer cells than columns."));
            } else if (!officer) {
                fault(row, {N_("“{1}” is not a collar number."), {std::string{cell}}});
            } else if (!day) {
                fault(
                    row,
                    {N_("“{1}” is not a date such as 2026-12-02."),
                     {std::string{table_.cell(row, "date")}}});
            } else if (*day < today_ - kFarthestShift || *day > today_ + kFarthestShift) {
                fault(row, N_("The date is more than 400 days away."));
            } else {
                add_shift(row, *day, officers[*officer][*day]);
            }
        }
        return officers;
    }

    [[nodiscard]] daylight::Zone const& zone() const { return zone_; }

private:
    void fault(CsvTable::Row const& row, Message message)
    {
        result_.add_fault(row.line, std::move(message));
    }

    void add_shift(CsvTable::Row const& row, Day day, ShiftsOfDate& date)
    {
        date.line = date.line == 0 ? row.line : date.line;
        auto const from_cell = table_.cell(row, "from");
        auto const to_cell = table_.cell(row, "to");
        if (from_cell.empty() && to_cell.empty()) {
            return;
        }
        auto const from = find_time_of_day(from_cell);
        auto const to = find_time_of_day(to_cell);
        if (!from || !to || *from == *to || *from == std::chrono::hours{24}) {
            fault(row, N_("“From” and “to” must be two different times such as 18:00."));
            return;
        }
        auto const starts_at = zone_.find_instant(day, *from);
        auto const ends_at = zone_.find_instant(
            *to > *from && *to < std::chrono::hours{24} ? day : day + std::chrono::days{1},
            *to % std::chrono::hours{24});
        if (!starts_at || !ends_at) {
            fault(row, N_("The clocks go forward then: there is no such time on that night."));
            return;
        }
        date.add({*starts_at, *ends_at}, row.line, result_);
    }

    daylight::Zone zone_;
    Day today_;
    CsvTable const& table_;
    ImportResult& result_;
};

/// Replaces what she has on one date.
void put_date(
    store::Transaction& tx,
    OfficerId officer,
    Interval whole_day,
    ShiftsOfDate& date,
    ImportResult& result)
{
    std::ranges::sort(date.shifts, {}, &Interval::from);
    auto old = store::list_shifts(tx, officer, whole_day);
    std::erase_if(old, [&](Interval const& shift) { return shift.from < whole_day.from; });
    if (old == date.shifts) {
        result.count(store::Put::unchanged);
        return;
    }
    store::replace_shifts(tx, officer, whole_day, date.shifts);
    result.count(old.empty() ? store::Put::added : store::Put::changed);
}

/// What cannot be true of all her shifts together: two at once, or a walk that only `old` covered.
void check_officer(
    store::Reading& reading,
    store::StoredOfficer const& officer,
    Interval touched,
    std::vector<Interval> old,
    std::size_t line,
    ImportResult& result)
{
    auto const shifts = store::list_shifts(reading, officer.id, touched);
    auto const are_at_once = [](Interval a, Interval b) { return overlap(a, b); };
    if (std::ranges::adjacent_find(shifts, are_at_once) != shifts.end()) {
        result.add_fault(
            line,
            {N_("Two shifts of officer {1} overlap, one of them from another date."),
             {officer.collar_number}});
    }
    auto const booked = store::list_bookings(reading, officer.id, touched);
    auto const covered_no_more =
        without(intersected(booked, merged(std::move(old))), merged(shifts));
    if (!covered_no_more.empty()) {
        result.add_fault(
            line,
            {N_("Officer {1} is booked for a walk outside these shifts. Take her off it first."),
             {officer.collar_number}});
    }
}

void put_officer_shifts(
    App const& app,
    store::Transaction& tx,
    daylight::Zone const& zone,
    store::StoredOfficer const& officer,
    std::map<Day, ShiftsOfDate>& dates,
    ImportResult& result)
{
    constexpr std::chrono::days kDay{1};
    Interval const touched{
        zone.midnight(dates.begin()->first - kDay),
        zone.midnight(dates.rbegin()->first + 2 * kDay)};
    auto const old = store::list_shifts(tx, officer.id, touched);
    for (auto& [day, date] : dates) {
        put_date(tx, officer.id, {zone.midnight(day), zone.midnight(day + kDay)}, date, result);
    }
    if (store::list_shifts(tx, officer.id, touched) == old) {
        return;
    }
    check_officer(tx, officer, touched, old, dates.begin()->second.line, result);
    refresh_duty(app, tx, officer);
}

} // namespace

void ShiftsOfDate::add(Interval shift, std::size_t of_line, ImportResult& result)
{
    if (std::ranges::any_of(shifts, [&](Interval const& other) { return overlap(other, shift); })) {
        result.add_fault(of_line, N_("This shift overlaps another of hers."));
        return;
    }
    shifts.push_back(shift);
}

void put_shifts(
    App const& app,
    store::Transaction& tx,
    daylight::Zone const& zone,
    ShiftsOfFile& officers,
    ImportResult& result)
{
    for (auto& [collar_number, dates] : officers) {
        auto const officer = store::find_officer_by_collar_number(tx, collar_number);
        if (officer) {
            put_officer_shifts(app, tx, zone, *officer, dates, result);
        } else {
            result.add_fault(
                dates.begin()->second.line,
                {N_("There is no officer {1} in the roster."), {collar_number}});
        }
    }
    std::ranges::sort(result.faults, {}, &Fault::number);
}

void import_shifts(
    App const& app, store::Transaction& tx, CsvTable const& table, ImportResult& result)
{
    table.require_columns({"collar_number", "date", "from", "to"});
    ShiftReader reader{app, table, result};
    auto officers = reader.read();
    put_shifts(app, tx, reader.zone(), officers, result);
}

} // namespace wt::app
