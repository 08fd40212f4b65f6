#include "app/count_numbers.hpp"

#include "app/areas.hpp"
#include "daylight/zone.hpp"
#include "privacy/counts.hpp"
#include "privacy/quantile.hpp"
#include "scheme/number_list.hpp"
#include "scheme/survey.hpp"
#include "scheme/working_days.hpp"
#include "store/number_counts.hpp"
#include "store/settings.hpp"
#include "store/surveys.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace wt::app {

namespace {

using std::chrono::days;
using Waits = std::map<BcuId, std::pair<std::vector<std::int64_t>, std::set<std::string>>>;

std::int64_t column_of(NumberList list, std::string_view item)
{
    auto const& items = items_of(list);
    return std::ranges::find(items, item, &NumberItem::code) - items.begin();
}

/// Puts what is counted into the tally of a list.
store::NumberSink into(privacy::Tally& tally, NumberList list)
{
    return [&tally, list](store::NumberRow const& row) {
        std::vector<std::int64_t> columns;
        if (!row.item.empty()) {
            columns.push_back(column_of(list, row.item));
        }
        tally.add(
            {.row = row.bcu.value,
             .columns = std::move(columns),
             .person = row.person,
             .count = row.count,
             .is_unchecked = row.is_report});
    };
}

/// The days on which concerns were raised whose answer is late from a day of the month on, and
/// that moment.
std::vector<store::AnswerDeadline>
list_deadlines(store::Reading& reading, BcuId bcu, daylight::Zone const& zone, Month month)
{
    auto const limit = make_settings(store::list_settings(reading, bcu)).answer_days_amber;
    auto const first = first_day_of(month);
    auto const after = first_day_of(month + 1);
    auto const holidays = england_bank_holidays();
    std::vector<store::AnswerDeadline> deadlines;
    // A day raised has one day on which it becomes late, and later days have no earlier one.
    auto late = first;
    for (auto raised = first - days{2 * limit + 30}; raised < after; raised += days{1}) {
        if (working_days_between(raised, first - days{1}, holidays) >= limit) {
            continue; // was late before
        }
        while (late < after && working_days_between(raised, late, holidays) < limit) {
            late += days{1};
        }
        if (late == after) {
            break;
        }
        deadlines.push_back({bcu, raised.time_since_epoch().count(), zone.midnight(late)});
    }
    return deadlines;
}

class Counting
{
public:
    Counting(App const& app, store::Reading& reading, Month month, Instant until)
        : reading_{reading}, month_{month}, until_{until},
          zone_{daylight::require_zone(app.settings()->time_zone)},
          threshold_{app.settings()->publication_threshold}
    {
        for (auto const& bcu : app.areas()->list_bcus()) {
            bcus_.push_back(bcu.id);
            auto const of_unit = list_deadlines(reading, bcu.id, zone_, month);
            deadlines_.insert(deadlines_.end(), of_unit.begin(), of_unit.end());
        }
    }

    std::vector<store::NumberCell> run() &&
    {
        Interval const span{
            zone_.midnight(first_day_of(month_)), zone_.midnight(first_day_of(month_ + 1))};
        add(NumberList::requests,
            [&](auto const& sink) { store::count_requests(reading_, span, sink); });
        Waits waits;
        add(NumberList::waits, [&](auto const& sink) {
            store::count_waits(reading_, span, [&](store::NumberRow const& row) {
                sink(row);
                for (auto const unit : {row.bcu, BcuId{}}) {
                    waits[unit].first.push_back(row.value);
                    waits[unit].second.insert(row.person);
                }
            });
        });
        add_quantiles(waits);
        add(NumberList::walks, [&](auto const& sink) { store::count_walks(reading_, span, sink); });
        add(NumberList::concerns,
            [&](auto const& sink) { store::count_concerns(reading_, month_, sink); });
        add(NumberList::answers,
            [&](auto const& sink) { store::count_answers(reading_, deadlines_, until_, sink); });
        add(NumberList::states,
            [&](auto const& sink) { store::count_states(reading_, span, until_, sink); });
        add(NumberList::verdicts,
            [&](auto const& sink) { store::count_verdicts(reading_, span, until_, sink); });
        auto const& question = questions_of(SurveyKind::after).front();
        add(NumberList::surveys, [&](auto const& sink) {
            store::count_survey_pairs(reading_, month_, question.code, question.good, sink);
        });
        return std::move(cells_);
    }

private:
    /// \param count  gives each thing of the list to the sink
    void add(NumberList list, std::function<void(store::NumberSink const&)> const& count)
    {
        privacy::Tally tally{threshold_};
        count(into(tally, list));
        auto const published = privacy::make_release(tally).published;
        auto const& items = items_of(list);
        auto const add_row = [&](BcuId unit, std::int64_t row) {
            auto const add_cell = [&](std::string const& item, std::int64_t column) {
                auto const found = published.find({row, column});
                // What is not there is zero, and no secret.
                auto const value =
                    found == published.end() ? std::optional<std::int64_t>{0} : found->second;
                cells_.push_back({std::string{code_in(kNumberLists, list)}, unit, item, value});
            };
            for (std::size_t i = 0; i < items.size(); ++i) {
                add_cell(items[i].code, static_cast<std::int64_t>(i));
            }
            add_cell(kTotalItem, privacy::kTotal);
        };
        for (auto const bcu : bcus_) {
            add_row(bcu, bcu.value);
        }
        add_row(BcuId{}, privacy::kTotal);
    }

    void add_quantiles(Waits const& waits)
    {
        auto units = bcus_;
        units.push_back(BcuId{});
        for (auto const unit : units) {
            auto const found = waits.find(unit);
            for (auto const& [item, share] :
                 {std::pair{kMedianItem, 0.5}, std::pair{kNinthDecileItem, 0.9}}) {
                auto const wait = found == waits.end()
                                      ? std::nullopt
                                      : privacy::public_quantile(
                                            found->second.first,
                                            static_cast<std::int64_t>(found->second.second.size()),
                                            share,
                                            threshold_);
                auto const in_days = [](std::int64_t milliseconds) {
                    return std::chrono::round<days>(std::chrono::milliseconds{milliseconds});
                };
                cells_.push_back(
                    {std::string{code_in(kNumberLists, NumberList::waits)},
                     unit,
                     item,
                     wait ? std::optional<std::int64_t>{in_days(*wait).count()} : std::nullopt});
            }
        }
    }

    store::Reading& reading_;
    Month month_;
    Instant until_;
    daylight::Zone zone_;
    int threshold_;
    std::vector<BcuId> bcus_;
    std::vector<store::AnswerDeadline> deadlines_;
    std::vector<store::NumberCell> cells_;
};

} // namespace

std::vector<store::NumberCell>
count_numbers(App const& app, store::Reading& reading, Month month, Instant until)
{
    return Counting{app, reading, month, until}.run();
}

} // namespace wt::app
