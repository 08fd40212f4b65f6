#include "app/demo_past.hpp"

#include "app/answer_concern.hpp"
#include "app/concern_clock.hpp"
#include "app/concerns.hpp"
#include "app/demo_hotspots.hpp"
#include "app/demo_partners.hpp"
#include "app/demo_staff.hpp"
#include "app/demo_surveys.hpp"
#include "app/demo_words.hpp"
#include "app/find_hotspots.hpp"
#include "app/officer_walks.hpp"
#include "app/own_concerns.hpp"
#include "app/own_requests.hpp"
#include "app/plan_walks.hpp"
#include "app/publish_numbers.hpp"
#include "app/record_concern.hpp"
#include "store/walks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace wt::app {

namespace {

using namespace std::chrono_literals;
using std::chrono::days;

/// The walk that is held for her, if one is.
std::optional<WalkId> find_proposal(OwnRequest const& request)
{
    auto const walk = std::ranges::find(request.walks, PlaceState::proposed, &OwnWalk::place);
    return walk == request.walks.end() ? std::nullopt : std::optional{walk->id};
}

} // namespace

DemoPast::DemoPast(
    App& app, DemoClock& clock, std::vector<DemoUnit> const& units, std::vector<DemoWoman>& women)
    : app_{app}, clock_{clock}, units_{units}, women_{women},
      zone_{daylight::require_zone(app.settings()->time_zone)}, now_{clock.now},
      today_{zone_.day_of(now_)}, walked_until_{}
{
}

void DemoPast::live(int first_day, Instant now)
{
    now_ = now;
    today_ = zone_.day_of(now);
    walked_until_ = zone_.midnight(today_ + days{first_day});
    for (int day = first_day; day < 0; ++day) {
        live_day(day);
    }
    live_today();
    leave_open();
    clock_.now = now;
}

void DemoPast::live_day(int day)
{
    auto const date = today_ + days{day};
    auto const midnight = zone_.midnight(date);
    at(midnight);
    publish_numbers(app_, kSystem);
    find_hotspots(app_, kSystem);
    at(midnight + 9h);
    expire_proposals(app_);
    ask(day);
    at(midnight + 10h);
    plan(date, date + days{2});
    at(midnight + 12h);
    reply();
    answer_demo_surveys(app_, women_);
    if (day % 3 == 0) {
        report_without_walk();
    }
    walk_until(midnight + 15h);
    at(midnight + 16h);
    for (auto const& unit : units_) {
        let_demo_partners_reply(app_, unit.desk, unit.id, replies_);
    }
    at(midnight + 17h);
    answer_concerns(days{3});
    at(midnight + 18h);
    judge_answers(Judgement::as_it_comes);
    tend_demo_disclosures(app_);
    tend_demo_hotspots(app_, units_.front().desk);
    walk_until(zone_.midnight(date + days{1}) + 8h);
}

void DemoPast::live_today()
{
    walk_until(now_);
    // A plan begins three hours after it is made: so none of its walks lies in the past.
    at(now_ - 3h);
    expire_proposals(app_);
    ask(0);
    plan(today_, today_ + days{2});
    reply(Open::all_but_one);
    at(now_ - 1h);
    answer_concerns(days{1});
    judge_answers(Judgement::one_reopens);
    at(now_);
    expire_proposals(app_);
    plan(today_, today_ + days{7});
    reply();
    // What is due today, so that nothing changes in the first minute of serving.
    publish_numbers(app_, kSystem);
    find_hotspots(app_, kSystem);
    propose_demo_evaluation(app_, units_.front().desk);
}

void DemoPast::leave_open()
{
    if (last_walk_) {
        at(last_walk_->time.from + 30min);
        tell_demo_disclosure(app_, *last_walk_);
    }
    at(now_ - 2h);
    add_demo_complaints(app_);
}

void DemoPast::ask(int day)
{
    for (std::size_t i = 0; i < women_.size(); ++i) {
        if (women_[i].asks_on == day) {
            women_[i].asked =
                ask_for_walk(app_, kVisitor, women_[i].wish, fmt::format("demonstration {}", i));
        }
    }
}

void DemoPast::plan(Day first, Day last)
{
    for (auto const& unit : units_) {
        if (!unit.officers.empty()) {
            auto const made = make_plan(
                app_, unit.desk, {.first = first, .last = last, .bcu = unit.id, .iterations = 300});
            counts_.walks_planned += publish_plan(app_, unit.desk, made);
        }
    }
}

void DemoPast::reply(Open open)
{
    bool one_is_due = open == Open::all_but_one;
    for (auto const& woman : women_) {
        auto const she =
            woman.asked.token.empty() ? std::nullopt : find_participant(app_, woman.asked.token);
        if (!she) {
            continue;
        }
        for (auto const& request : list_own_requests(app_, *she)) {
            auto const walk = find_proposal(request);
            bool const is_open = !one_is_due && woman.temper == DemoTemper::leaves_open &&
                                 clock_.now > zone_.midnight(today_ - days{1});
            if (!walk || is_open) {
                continue;
            }
            bool const declines =
                woman.temper == DemoTemper::declines_first && declined_.insert(request.id).second;
            one_is_due = one_is_due && declines;
            (declines ? decline_walk : accept_proposal)(app_, *she, *walk);
        }
    }
}

void DemoPast::walk_until(Instant until)
{
    until = std::min(until, now_);
    if (until <= walked_until_) {
        return;
    }
    auto const walks = [&] {
        store::Reading reading{app_.db};
        return store::list_walks(reading, std::nullopt, {walked_until_, until});
    }();
    walked_until_ = until;
    for (auto const& planned : walks) {
        if (planned.state != WalkState::confirmed) {
            continue;
        }
        for (auto const& unit : units_) {
            auto const officer = std::ranges::find(
                unit.officers, planned.officers.front().id, [](Person const& person) {
                    return person.officer.value_or(OfficerId{});
                });
            if (officer != unit.officers.end()) {
                walk(planned.id, planned.time, *officer);
            }
        }
    }
}

void DemoPast::walk(WalkId id, Interval time, Person const& officer)
{
    constexpr std::size_t kCalledAway = 4;
    constexpr std::size_t kNobodyCame = 9;
    ++walks_;
    if (walks_ == kNobodyCame) {
        at(time.from + 15min);
        miss_walk(app_, officer, id);
        return;
    }
    at(time.from);
    start_walk(app_, officer, id);
    at(time.from + 20min);
    if (walks_ == kCalledAway) {
        call_walk_away(app_, officer, id, "The late shop at the corner");
        ++counts_.walks_called_away;
        return;
    }
    constexpr std::size_t kToldOfACrime = 3;
    last_walk_ = DemoWalk{id, time, officer};
    if (walks_ == kToldOfACrime) {
        tell_demo_disclosure(app_, *last_walk_);
    }
    auto const opened = open_own_walk(app_, officer, id);
    for (auto const& companion : opened.companions) {
        record_sayings(opened, officer, companion.request);
    }
    if (time.to <= now_) {
        at(time.to);
        finish_walk(app_, officer, id, {});
        answer_demo_survey(app_, officer, id, walks_);
        ++counts_.walks_held;
    }
}

void DemoPast::record_sayings(OfficerWalk const& walk, Person const& officer, RequestId request)
{
    auto const& unit = *std::ranges::find(units_, walk.bcu, &DemoUnit::id);
    auto const& ward = *std::ranges::find(unit.wards, walk.ward, &DemoWard::id);
    auto const of_walk = [&](ConcernSource source) {
        NewConcern concern;
        concern.source = source;
        concern.walk = walk.id;
        if (source == ConcernSource::walk) {
            concern.request = request;
        }
        return concern;
    };
    auto const& streets = ward.streets;
    auto const turn = walks_;
    record_saying(officer, of_walk(ConcernSource::walk), streets.front(), 0);
    if (turn % 2 == 0) {
        auto const& other = streets[turn % streets.size()];
        record_saying(officer, of_walk(ConcernSource::walk), other, turn);
    }
    auto const& met_on = streets[std::min<std::size_t>(turn % 2, streets.size() - 1)];
    record_saying(officer, of_walk(ConcernSource::passer_by), met_on, turn);
}

void DemoPast::record_saying(
    Person const& person, NewConcern concern, DemoStreet const& street, std::size_t segment)
{
    auto const sayings = demo_sayings();
    auto const& saying = sayings[counts_.concerns % sayings.size()];
    concern.client_id = fmt::format("demonstration-{}", ++counts_.concerns);
    concern.digest = concern.client_id;
    concern.category = saying.category;
    concern.severity = saying.severity;
    concern.felt = counts_.concerns % 3 == 0 ? FeltWhen::always : FeltWhen::dark;
    if (concern.source == ConcernSource::walk) {
        concern.words = saying.words;
    }
    record_concern(app_, person, concern, street.segments[segment % street.segments.size()]);
}

void DemoPast::report_without_walk()
{
    auto const& ward = *women_[counts_.concerns % std::min<std::size_t>(4, women_.size())].ward;
    record_saying(kVisitor, NewConcern{}, ward.streets.front(), 0);
}

void DemoPast::answer_concerns(days after)
{
    for (auto const& unit : units_) {
        auto const page = list_concerns(
            app_, unit.desk, {.bcu = unit.id, .state = ConcernState::open, .limit = 1});
        for (auto const& open : page.concerns) {
            auto const& concern = open.concern;
            auto const day = zone_.day_of(clock_.now);
            if (concern.raised + after <= day) {
                auto const seen = open_concern(app_, unit.desk, concern.id).seen.street;
                auto const street = seen.value_or("").empty() ? "this street" : *seen;
                auto const form = demo_answer(counts_.answers++, concern.category, street, day);
                auto const partner = form.kind == AnswerKind::referred
                                         ? find_demo_partner(app_, concern)
                                         : std::nullopt;
                answer_concern(
                    app_, unit.desk, concern.id, concern.version, form, {.partner = partner});
            }
        }
    }
}

void DemoPast::judge_answers(Judgement judgement)
{
    for (auto const& woman : women_) {
        auto const she =
            woman.asked.token.empty() ? std::nullopt : find_participant(app_, woman.asked.token);
        auto const concerns = she ? list_own_concerns(app_, *she) : std::vector<OwnConcern>{};
        for (auto const& concern : concerns) {
            auto const* const latest = store::find_latest(concern.answers);
            if (latest == nullptr || latest->verdict) {
                continue;
            }
            auto const& answer = *latest;
            bool const reopens = judgement == Judgement::one_reopens;
            bool const is_new =
                answer.answered_at + 20h < clock_.now && thought_of_.insert(answer.id).second;
            if (!reopens && !is_new) {
                continue;
            }
            // Of four women two say that it helped, one that it did not, and one says nothing.
            auto const turn = reopens ? 2 : judged_++ % 4;
            if (turn != 1) {
                give_verdict(app_, *she, answer.id, turn == 2 ? Verdict::did_not : Verdict::helped);
                ++counts_.verdicts;
            }
            if (reopens) {
                return;
            }
        }
    }
}

} // namespace wt::app
