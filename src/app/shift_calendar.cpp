#include "app/roster.hpp"
#include "app/roster_import.hpp"
#include "base/text.hpp"
#include "scheme/officer.hpp"

#include <algorithm>
#include <libical/ical.h>
#include <memory>
#include <set>

namespace wt::app {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct FreeComponent
{
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Calendar = std::unique_ptr<icalcomponent, FreeComponent>;

constexpr std::string_view kEventBegins = "BEGIN:VEVENT";

/// The lines on which events begin, in their order.
std::vector<std::size_t> event_lines(std::string_view text)
{
    std::vector<std::size_t> lines;
    std::size_t number = 0;
    for (auto const line : split(text, '\n')) {
        ++number;
        if (to_lower(trimmed(line)) == to_lower(kEventBegins)) {
            lines.push_back(number);
        }
    }
    return lines;
}

/// One repetition of an event, as libical counts it: seconds since 1970, in UTC or, where the event
/// names no zone, by the clocks wherever one is.
struct Span
{
    seconds from;
    seconds to;
};

class CalendarReader
{
public:
    CalendarReader(App const& app, ImportResult& result)
        : zone_{daylight::require_zone(app.settings()->time_zone)}, today_{zone_.day_of(app.now())},
          result_{result}
    {
    }

    [[nodiscard]] daylight::Zone const& zone() const { return zone_; }

    ShiftsOfFile read(icalcomponent* calendar, std::vector<std::size_t> const& lines)
    {
        ShiftsOfFile officers;
        std::size_t at = 0;
        for (auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
             event != nullptr;
             event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
            line_ = at < lines.size() ? lines[at] : 0;
            ++at;
            read_event(event, officers);
        }
        return officers;
    }

private:
    void fault(Message message) { result_.add_fault(line_, std::move(message)); }

    /// From X-COLLAR-NUMBER, or else the last word of the summary: "Late shift 101".
    static std::optional<std::string> find_officer(icalcomponent* event)
    {
        for (auto* property = icalcomponent_get_first_property(event, ICAL_X_PROPERTY);
             property != nullptr;
             property = icalcomponent_get_next_property(event, ICAL_X_PROPERTY)) {
            if (std::string_view{icalproperty_get_x_name(property)} == "X-COLLAR-NUMBER") {
                return find_collar_number(icalproperty_get_x(property));
            }
        }
        auto const* const summary = icalcomponent_get_summary(event);
        auto const words = split_words(summary != nullptr ? summary : "");
        return words.empty() ? std::nullopt : find_collar_number(words.back());
    }

    void read_event(icalcomponent* event, ShiftsOfFile& officers)
    {
        if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED) {
            return;
        }
        auto const start = icalcomponent_get_dtstart(event);
        auto const end = icalcomponent_get_dtend(event);
        auto const officer = find_officer(event);
        if (icalcomponent_count_errors(event) > 0 || icaltime_is_null_time(start) != 0 ||
            icaltime_is_valid_time(start) == 0 || icaltime_is_null_time(end) != 0) {
            fault(N_("This event cannot be read: a shift has a start and an end."));
        } else if (!officer) {
            fault(N_("This event names no collar number, neither as X-COLLAR-NUMBER nor as the "
                     "last word of its summary."));
        } else {
            for (auto const& span : spans_of(event)) {
                if (icaltime_is_date(start) != 0) {
                    add_leave(span, officers[*officer]);
                } else {
                    add_shift(span, start, officers[*officer]);
                }
            }
        }
    }

    std::vector<Span> spans_of(icalcomponent* event) const
    {
        auto const at = [](Day day) {
            return icaltime_from_timet_with_zone(
                seconds{day.time_since_epoch()}.count(), 0, icaltimezone_get_utc_timezone());
        };
        std::vector<Span> spans;
        icalcomponent_foreach_recurrence(
            event,
            at(today_ - kFarthestShift),
            at(today_ + kFarthestShift),
            [](icalcomponent*, icaltime_span* span, void* data) {
                static_cast<std::vector<Span>*>(data)->push_back(
                    {seconds{span->start}, seconds{span->end}});
            },
            &spans);
        return spans;
    }

    /// Whole days: she is off on them.
    void add_leave(Span const& span, std::map<Day, ShiftsOfDate>& dates)
    {
        auto const last = std::max(span.from, span.to - seconds{1});
        for (auto day = day_at(span.from); day <= day_at(last); day += days{1}) {
            auto& date = dates[day];
            date.line = date.line == 0 ? line_ : date.line;
            if (!date.shifts.empty()) {
                fault(N_("She is off on a day on which another event gives her a shift."));
            }
            off_.insert(&date);
        }
    }

    void add_shift(Span const& span, icaltimetype const& start, std::map<Day, ShiftsOfDate>& dates)
    {
        bool const is_floating = start.zone == nullptr && icaltime_is_utc(start) == 0;
        auto const from = moment_of(span.from, is_floating);
        auto const to = moment_of(span.to, is_floating);
        if (!from || !to) {
            fault(N_("The clocks go forward then: there is no such time on that night."));
        } else if (*to <= *from || *to - *from > hours{24}) {
            fault(N_("A shift lasts up to 24 hours."));
        } else {
            auto& date = dates[zone_.day_of(*from)];
            date.line = date.line == 0 ? line_ : date.line;
            if (off_.contains(&date)) {
                fault(N_("She is off on a day on which another event gives her a shift."));
            }
            date.add({*from, *to}, line_, result_);
        }
    }

    static Day day_at(seconds time) { return Day{std::chrono::floor<days>(time)}; }

    std::optional<Instant> moment_of(seconds time, bool is_floating) const
    {
        auto const day = day_at(time);
        return is_floating ? zone_.find_instant(
                                 day,
                                 std::chrono::duration_cast<minutes>(
                                     time - seconds{day.time_since_epoch()}))
                           : std::optional{Instant{time}};
    }

    daylight::Zone zone_;
    Day today_;
    ImportResult& result_;
    std::size_t line_ = 0;              ///< of the event that is being read
    std::set<ShiftsOfDate const*> off_; ///< dates on which she is off
};

} // namespace

void import_shift_calendar(
    App const& app, store::Transaction& tx, std::string const& text, ImportResult& result)
{
    Calendar const calendar{icalparser_parse_string(text.c_str())};
    auto const lines = event_lines(text);
    bool const is_calendar =
        calendar && icalcomponent_isa(calendar.get()) == ICAL_VCALENDAR_COMPONENT;
    if (!is_calendar || lines.empty()) {
        result.add_fault(0, N_("This is no calendar with events (iCalendar, RFC 5545)."));
        return;
    }
    CalendarReader reader{app, result};
    auto officers = reader.read(calendar.get(), lines);
    put_shifts(app, tx, reader.zone(), officers, result);
}

} // namespace wt::app
