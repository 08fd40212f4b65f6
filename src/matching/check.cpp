#include "matching/check.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

namespace wt::matching {

namespace {

template <class T, class Id>
T const* find_by_id(std::vector<T> const& list, Id id)
{
    for (auto const& item : list) {
        if (item.id == id) {
            return &item;
        }
    }
    return nullptr;
}

template <class T>
bool has(std::vector<T> const& list, T const& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// True if every moment from `from` to `to` lies in one of `intervals`.
bool covers(std::vector<Interval> intervals, Instant from, Instant to)
{
    std::sort(
        intervals.begin(), intervals.end(), [](Interval a, Interval b) { return a.from < b.from; });
    for (auto const& interval : intervals) {
        if (interval.from <= from && from < interval.to) {
            from = interval.to;
        }
    }
    return from >= to;
}

class Checker
{
public:
    Checker(Problem const& problem, Plan const& plan) : problem_{problem}, plan_{plan} {}

    std::vector<Violation> run()
    {
        for (auto const& assignment : plan_.assignments) {
            check_unit(assignment);
            check_company(assignment);
            check_time(assignment);
        }
        check_everybody_once();
        check_officers_once();
        check_count();
        return std::move(violations_);
    }

private:
    void report(bool is_wrong, Fault fault, RequestId request, OfficerId officer = {})
    {
        if (is_wrong) {
            violations_.push_back({fault, request, officer});
        }
    }

    static RequestId first_of(Assignment const& a)
    {
        return a.requests.empty() ? RequestId{} : a.requests.front();
    }

    void check_unit(Assignment const& a)
    {
        std::set<OfficerId> const different(a.officers.begin(), a.officers.end());
        auto const size = static_cast<std::size_t>(problem_.rules.unit_size);
        report(
            different.size() != size || a.officers.size() != size, Fault::unit_size, first_of(a));
        bool knows_ward = false;
        for (auto const id : a.officers) {
            auto const* officer = find_by_id(problem_.officers, id);
            report(officer == nullptr, Fault::unknown_id, first_of(a), id);
            if (officer != nullptr) {
                knows_ward = knows_ward || has(officer->wards, a.ward);
                check_duty(*officer, a);
            }
        }
        report(!knows_ward, Fault::nobody_knows_ward, first_of(a));
        for (auto const id : a.requests) {
            if (auto const* request = find_by_id(problem_.requests, id)) {
                check_her_unit(*request, a);
            }
        }
    }

    void check_duty(Officer const& officer, Assignment const& a)
    {
        auto const& rules = problem_.rules;
        Instant const leaves = a.start - rules.briefing;
        Instant const home = a.start + rules.walk + rules.rest;
        report(
            !covers(officer.shifts, leaves, a.start + rules.walk),
            Fault::outside_shift,
            first_of(a),
            officer.id);
        for (auto const& busy : officer.busy) {
            report(
                busy.from < home && leaves < busy.to && busy.from < busy.to,
                Fault::officer_busy,
                first_of(a),
                officer.id);
        }
    }

    void check_her_unit(Request const& request, Assignment const& a)
    {
        bool speaks = request.language.empty() || !request.needs_language;
        for (auto const id : a.officers) {
            report(has(request.refused, id), Fault::refused_officer, request.id, id);
            auto const* officer = find_by_id(problem_.officers, id);
            bool const is_hers = officer == nullptr || officer->bcu == request.bcu;
            report(!is_hers, Fault::wrong_bcu, request.id, id);
            speaks = speaks || (officer != nullptr && has(officer->languages, request.language));
        }
        report(!speaks, Fault::nobody_speaks_language, request.id);
    }

    void check_company(Assignment const& a)
    {
        report(a.requests.empty(), Fault::empty_walk, {});
        int people = 0;
        bool const with_guest = std::any_of(a.requests.begin(), a.requests.end(), [&](auto id) {
            auto const* request = find_by_id(problem_.requests, id);
            return request != nullptr && request->party == Party::guest;
        });
        for (auto const id : a.requests) {
            auto const* request = find_by_id(problem_.requests, id);
            report(request == nullptr, Fault::unknown_id, id);
            if (request == nullptr) {
                continue;
            }
            people += request->people;
            report(request->ward != a.ward, Fault::wrong_ward, id);
            report(request->step_free && !a.step_free, Fault::not_step_free, id);
            bool const is_content = request->may_share && (!with_guest || request->welcomes_guests);
            report(a.requests.size() > 1 && !is_content, Fault::shared_without_consent, id);
        }
        report(people > problem_.rules.max_people, Fault::too_many_people, first_of(a));
    }

    void check_time(Assignment const& a)
    {
        auto const since_epoch = a.start.time_since_epoch();
        std::chrono::milliseconds const grid = problem_.rules.grid;
        report(since_epoch.count() % grid.count() != 0, Fault::off_grid, first_of(a));
        for (auto const id : a.requests) {
            if (auto const* request = find_by_id(problem_.requests, id)) {
                report(
                    !covers(request->windows, a.start, a.start + problem_.rules.walk),
                    Fault::outside_window,
                    id);
            }
        }
    }

    void check_everybody_once()
    {
        std::map<RequestId, int> times;
        for (auto const& assignment : plan_.assignments) {
            for (auto const id : assignment.requests) {
                ++times[id];
            }
        }
        for (auto const& unserved : plan_.unserved) {
            ++times[unserved.request];
            report(
                find_by_id(problem_.requests, unserved.request) == nullptr,
                Fault::unknown_id,
                unserved.request);
        }
        for (auto const& request : problem_.requests) {
            report(times[request.id] > 1, Fault::request_twice, request.id);
            report(times[request.id] == 0, Fault::request_missing, request.id);
        }
    }

    void check_officers_once()
    {
        auto const& rules = problem_.rules;
        auto const between = rules.briefing + rules.walk + rules.rest;
        std::map<OfficerId, std::vector<std::pair<Instant, RequestId>>> walks;
        for (auto const& assignment : plan_.assignments) {
            for (auto const id : assignment.officers) {
                walks[id].emplace_back(assignment.start, first_of(assignment));
            }
        }
        for (auto& [officer, starts] : walks) {
            std::sort(starts.begin(), starts.end());
            for (std::size_t i = 1; i < starts.size(); ++i) {
                report(
                    starts[i].first - starts[i - 1].first < between,
                    Fault::officer_twice,
                    starts[i].second,
                    officer);
            }
        }
    }

    void check_count()
    {
        std::int64_t served = 0;
        for (auto const& assignment : plan_.assignments) {
            served += static_cast<std::int64_t>(assignment.requests.size());
        }
        report(served != plan_.objective.served, Fault::wrong_count, {});
        report(served > plan_.bound, Fault::bound_too_low, {});
    }

    Problem const& problem_;
    Plan const& plan_;
    std::vector<Violation> violations_;
};

} // namespace

std::vector<Violation> check(Problem const& problem, Plan const& plan)
{
    return Checker{problem, plan}.run();
}

char const* name(Fault fault)
{
    switch (fault) {
    case Fault::unknown_id:
        return "unknown_id";
    case Fault::request_twice:
        return "request_twice";
    case Fault::request_missing:
        return "request_missing";
    case Fault::empty_walk:
        return "empty_walk";
    case Fault::unit_size:
        return "unit_size";
    case Fault::off_grid:
        return "off_grid";
    case Fault::outside_window:
        return "outside_window";
    case Fault::outside_shift:
        return "outside_shift";
    case Fault::officer_busy:
        return "officer_busy";
    case Fault::officer_twice:
        return "officer_twice";
    case Fault::nobody_knows_ward:
        return "nobody_knows_ward";
    case Fault::nobody_speaks_language:
        return "nobody_speaks_language";
    case Fault::refused_officer:
        return "refused_officer";
    case Fault::wrong_bcu:
        return "wrong_bcu";
    case Fault::too_many_people:
        return "too_many_people";
    case Fault::wrong_ward:
        return "wrong_ward";
    case Fault::shared_without_consent:
        return "shared_without_consent";
    case Fault::not_step_free:
        return "not_step_free";
    case Fault::wrong_count:
        return "wrong_count";
    case Fault::bound_too_low:
        return "bound_too_low";
    }
    assert(false);
    return "";
}

} // namespace wt::matching
