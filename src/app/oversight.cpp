#include "app/oversight.hpp"

#include "app/areas.hpp"
#include "app/complain.hpp"
#include "app/concern_clock.hpp"
#include "app/permission.hpp"
#include "app/record.hpp"
#include "app/record_disclosure.hpp"
#include "app/refer_concern.hpp"
#include "daylight/zone.hpp"
#include "privacy/counts.hpp"
#include "store/answers.hpp"
#include "store/complaints.hpp"
#include "store/disclosures.hpp"
#include "store/referrals.hpp"
#include "store/roster.hpp"

#include <algorithm>
#include <iterator>

namespace wt::app {

namespace {

constexpr int kMonths = 12;

/// The columns of the table that is counted.
enum Column : std::int64_t
{
    dealt_with,
    waiting,
    late
};

/// One that was told, as far as the count needs it.
struct Told
{
    std::int64_t id = 0;
    Instant at;
    Column column = dealt_with;
};

std::vector<UnitOverview> list_units(App const& app)
{
    std::vector<UnitOverview> units;
    for (auto const& bcu : app.areas()->list_bcus()) {
        units.push_back({.bcu = bcu.id, .name = bcu.name});
    }
    return units;
}

void count_concerns(UnitOverview& unit, store::RunningConcerns const& concerns, ClockStatus clock)
{
    unit.waiting += concerns.state == ConcernState::open ? concerns.count : 0;
    unit.late += clock == ClockStatus::amber ? concerns.count : 0;
    unit.very_late += clock == ClockStatus::red ? concerns.count : 0;
}

Column column_of(DisclosureClock clock)
{
    switch (clock) {
    case DisclosureClock::stopped:
        return dealt_with;
    case DisclosureClock::late:
        return late;
    default:
        return waiting;
    }
}

std::vector<Told> list_disclosed(App const& app, store::Reading& reading)
{
    std::vector<DisclosureState> states;
    std::ranges::transform(
        kDisclosureStates, std::back_inserter(states), &Named<DisclosureState>::value);
    std::vector<Told> told;
    for (auto const& stored : store::list_disclosures(reading, states)) {
        auto const at = open_facts(app, stored.sealed).spoken_at;
        told.push_back({stored.id.value, at, column_of(clock_of(stored.state, at, app.now()))});
    }
    return told;
}

std::vector<Told> list_complained(App const& app, store::Reading& reading)
{
    std::vector<Told> told;
    for (auto const& recipient : kComplaintRecipients) {
        for (auto const& stored : store::list_complaints(reading, recipient.value)) {
            auto const at = open_complaint_facts(app, stored.sealed).made_at;
            auto const open = at + kComplaintIsLate < app.now() ? late : waiting;
            told.push_back({stored.id.value, at, is_final(stored.state) ? dealt_with : open});
        }
    }
    return told;
}

/// Each counts as a person of its own: what identifies her is not looked at.
std::vector<ConfidentialMonth> by_month(App const& app, std::vector<Told> const& told)
{
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    auto const newest = month_of_day(today(app));
    privacy::Tally tally{app.settings()->publication_threshold};
    for (auto const& [id, at, column] : told) {
        auto const month = month_of_day(zone.day_of(at));
        if (month > newest - kMonths) {
            tally.add({.row = month, .columns = {column}, .person = std::to_string(id)});
        }
    }
    auto const published = privacy::make_release(tally).published;
    auto const shown = [&](Month month, std::int64_t column) {
        auto const found = published.find({month, column});
        // What is not there is zero, and no secret.
        return found == published.end() ? std::optional<std::int64_t>{0} : found->second;
    };
    std::vector<ConfidentialMonth> months;
    for (auto month = newest; month > newest - kMonths; --month) {
        months.push_back(
            {.month = month,
             .told = shown(month, privacy::kTotal),
             .waiting = shown(month, waiting),
             .late = shown(month, late)});
    }
    return months;
}

} // namespace

Overview see_overview(App& app, Person const& person)
{
    require_permission(person, Action::see_audit);
    Overview overview{.units = list_units(app)};
    auto const find = [&](BcuId bcu) {
        return std::ranges::find(overview.units, bcu, &UnitOverview::bcu);
    };
    auto const day = today(app);
    auto const settings = app.settings();
    store::Reading reading{app.db};
    for (auto const& concerns : store::count_running_concerns(reading)) {
        if (auto const unit = find(concerns.bcu); unit != overview.units.end()) {
            auto const clock = clock_status(
                {.raised = concerns.raised, .state = concerns.state, .due = concerns.due},
                day,
                *settings);
            count_concerns(*unit, concerns, clock);
        }
    }
    for (auto const& count : store::count_open_referrals(reading, kSendReferralJob)) {
        if (auto const unit = find(count.bcu); unit != overview.units.end()) {
            unit->with_partners = count.open;
            unit->unsent = count.unsent;
        }
    }
    auto const officers = store::list_officers(reading);
    overview.suspended = static_cast<std::size_t>(
        std::ranges::count_if(officers, [](store::StoredOfficer const& officer) {
            return officer.suspended_at.has_value();
        }));
    return overview;
}

ConfidentialCounts count_confidential(App& app, Person const& person)
{
    require_permission(person, Action::see_audit);
    store::Transaction tx{app.db};
    ConfidentialCounts counts{
        .disclosures = by_month(app, list_disclosed(app, tx)),
        .complaints = by_month(app, list_complained(app, tx))};
    record(app, tx, person, Action::see_audit, {});
    tx.commit();
    return counts;
}

std::vector<store::StoredPartner> oversee_partners(App& app, Person const& person)
{
    require_permission(person, Action::see_audit);
    store::Reading reading{app.db};
    return store::list_partners(reading);
}

} // namespace wt::app
