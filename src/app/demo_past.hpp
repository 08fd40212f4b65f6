#pragma once

#include "app/app.hpp"
#include "app/demo_force.hpp"
#include "app/demo_told.hpp"
#include "app/demo_women.hpp"
#include "app/officer_walks.hpp"
#include "app/record_concern.hpp"
#include "daylight/zone.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace wt::app {

/// The time of a demonstration, which an `App` looks at while its past is lived through.
struct DemoClock
{
    Instant now;
};

/// What was done while the past was lived through.
struct DemoCounts
{
    std::size_t walks_planned = 0;
    std::size_t walks_held = 0;
    std::size_t walks_called_away = 0;
    std::size_t concerns = 0;
    std::size_t answers = 0;
    std::size_t verdicts = 0;
};

/// Lives through the scheme day by day, by the use cases that its people use: women ask, desks
/// plan, women reply, officers walk with them and record what they say, desks answer, women judge.
class DemoPast
{
public:
    /// \pre `app` reads its time from `clock`; both, `units` and `women` outlive this
    DemoPast(
        App& app,
        DemoClock& clock,
        std::vector<DemoUnit> const& units,
        std::vector<DemoWoman>& women);

    /// From `first_day` (days from the day of `now`, < 0) up to `now`, and the plan of the week
    /// that follows. Nothing happens after `now`.
    void live(int first_day, Instant now);

    [[nodiscard]] DemoCounts const& counts() const { return counts_; }

private:
    /// Which of the women who leave a proposal open do so.
    enum class Open
    {
        all,
        all_but_one, ///< so that a walk of the next evenings is confirmed
    };

    enum class Judgement
    {
        as_it_comes,
        one_reopens, ///< one woman says of an answer that it did not help
    };

    void at(Instant moment) { clock_.now = std::min(moment, now_); }
    void live_day(int day);
    void live_today();
    /// What safeguarding and the watchdog find new today.
    void leave_open();

    void ask(int day);
    void plan(Day first, Day last);
    void reply(Open open = Open::all);
    void walk_until(Instant until);
    void walk(WalkId walk, Interval time, Person const& officer);
    void record_sayings(OfficerWalk const& walk, Person const& officer, RequestId request);
    void record_saying(
        Person const& person, NewConcern concern, DemoStreet const& street, std::size_t segment);
    void report_without_walk();
    void answer_concerns(std::chrono::days after);
    void judge_answers(Judgement judgement);

    App& app_;
    DemoClock& clock_;
    std::vector<DemoUnit> const& units_;
    std::vector<DemoWoman>& women_;
    daylight::Zone zone_;
    Instant now_;
    Day today_;
    Instant walked_until_;
    DemoCounts counts_;
    std::size_t walks_ = 0;  ///< that were started
    std::size_t judged_ = 0; ///< answers that women thought about
    std::optional<DemoWalk> last_walk_{};
    std::size_t replies_ = 0; ///< of partners
    std::set<AnswerId> thought_of_;
    std::set<RequestId> declined_;
};

} // namespace wt::app
