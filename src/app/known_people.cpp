#include "app/known_people.hpp"

namespace wt::app {

namespace {

/// Some 10 MB.
constexpr std::size_t kMostConcerns = 200'000;

} // namespace

void KnownPeople::turn_to(std::int64_t epoch, store::CountUpTo limit)
{
    if (epoch != epoch_ || limit != limit_ || people_.size() > kMostConcerns) {
        epoch_ = epoch;
        limit_ = limit;
        units_.reset();
        people_.clear();
    }
}

std::mutex& KnownPeople::turn_of(ConcernId first)
{
    return turns_[static_cast<std::size_t>(first.value) % turns_.size()];
}

std::vector<ConcernId> KnownPeople::look_up(
    std::vector<store::StoredConcern> const& concerns,
    std::int64_t epoch,
    store::CountUpTo limit,
    Counted& counted)
{
    std::vector<ConcernId> unknown;
    std::scoped_lock const lock{mutex_};
    turn_to(epoch, limit);
    for (auto const& concern : concerns) {
        if (auto const known = people_.find(concern.id.value); known != people_.end()) {
            counted.insert(*known);
        } else {
            unknown.push_back(concern.id);
        }
    }
    return unknown;
}

std::vector<PeopleByArea> KnownPeople::count(
    store::Reading& reading,
    std::vector<store::StoredConcern> const& concerns,
    store::CountUpTo limit,
    Day today)
{
    auto const epoch = store::find_people_epoch(reading);
    bool const is_final = limit.day <= today;
    Counted counted;
    auto unknown = look_up(concerns, epoch, limit, counted);
    if (!unknown.empty()) {
        std::unique_lock turn{turn_of(unknown.front()), std::defer_lock};
        if (is_final) {
            turn.lock();
            unknown = look_up(concerns, epoch, limit, counted);
        }
        if (!unknown.empty()) {
            for (auto const& [id, people] : store::count_people(reading, unknown, limit)) {
                counted.emplace(id.value, people);
            }
        }
        std::scoped_lock const lock{mutex_};
        if (is_final && epoch == epoch_ && limit == limit_) {
            people_.insert(counted.begin(), counted.end());
        }
    }
    std::vector<PeopleByArea> result;
    result.reserve(concerns.size());
    for (auto const& concern : concerns) {
        result.push_back(counted[concern.id.value]);
    }
    return result;
}

store::ListableUnits
KnownPeople::list_listable_units(store::Reading& reading, store::CountUpTo threshold, Day today)
{
    auto const epoch = store::find_people_epoch(reading);
    {
        std::scoped_lock const lock{mutex_};
        turn_to(epoch, threshold);
        if (units_) {
            return *units_;
        }
    }
    auto units = store::list_listable_units(reading, threshold);
    std::scoped_lock const lock{mutex_};
    if (threshold.day <= today && epoch == epoch_ && threshold == limit_) {
        units_ = units;
    }
    return units;
}

} // namespace wt::app
