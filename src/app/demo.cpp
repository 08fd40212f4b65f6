#include "app/demo.hpp"

#include "app/demo_hotspots.hpp"
#include "app/demo_partners.hpp"
#include "app/demo_staff.hpp"
#include "app/import_map.hpp"
#include "app/news.hpp"
#include "app/own_concerns.hpp"
#include "app/own_requests.hpp"
#include "base/refusal.hpp"
#include "store/areas.hpp"
#include "store/staff.hpp"

#include <algorithm>

namespace wt::app {

namespace {

constexpr int kFirstDay = -28; ///< of the past, in days from today
constexpr int kDaysAhead = 15; ///< for which there are shifts
constexpr Person kOperator{.role = Role::administrator};

void require_empty(App const& app)
{
    store::Reading reading{app.db};
    if (!store::list_bcus(reading).empty() || !store::list_staff(reading).empty()) {
        throw Refusal{
            Refusal::conflict,
            N_("The database is not empty. A demonstration fills a new database only.")};
    }
}

bool has_named_streets(std::vector<DemoUnit> const& units)
{
    return std::ranges::any_of(units, [](DemoUnit const& unit) {
        return !unit.wards.empty() && !unit.wards.front().streets.empty();
    });
}

/// Looks at her page and notes what it shows.
void note_page(App& app, DemoWoman const& woman, Demo& demo)
{
    auto const she = find_participant(app, woman.asked.token);
    if (!she) {
        return;
    }
    auto const& token = woman.asked.token;
    for (auto const& request : list_own_requests(app, *she)) {
        if (request.state == RequestState::proposed && !demo.pages.proposed) {
            demo.pages.proposed = token;
        }
        for (auto const& walk : request.walks) {
            bool const is_ahead = request.state == RequestState::booked &&
                                  walk.place == PlaceState::accepted && walk.time.from > app.now();
            if (is_ahead && (!demo.next_walk || walk.time.from < *demo.next_walk)) {
                demo.next_walk = walk.time.from;
                demo.pages.confirmed = token;
            }
        }
    }
    auto const concerns = list_own_concerns(app, *she);
    if (std::ranges::any_of(
            concerns, [](OwnConcern const& concern) { return !concern.answers.empty(); })) {
        demo.pages.answered = token;
    }
}

/// From the next start of the worker on, the outbox shows them the news of the unit.
void subscribe_neighbours(App& app, BcuId bcu)
{
    auto const token = ask_for_news(app, {.bcu = bcu, .address = "neighbours@example.org"}).value();
    confirm_news(app, token);
}

} // namespace

Demo fill_demo(App& app, DemoClock& clock, DemoWish const& wish)
{
    require_empty(app);
    auto const now = clock.now;
    import_map(app, kOperator, wish.map, [](double) {});
    clock.now = now + std::chrono::days{kFirstDay - 1};
    set_up_demo_force(app, kOperator, wish.shared);
    auto units = list_demo_units(app);
    if (!has_named_streets(units)) {
        throw Refusal{
            Refusal::invalid_input, N_("This map has too few named streets for a demonstration.")};
    }
    add_demo_partners(app, kOperator);
    subscribe_neighbours(app, units.front().id);
    auto const zone = daylight::require_zone(app.settings()->time_zone);
    add_demo_staff(
        app,
        kOperator,
        units,
        zone.day_of(now) + std::chrono::days{kFirstDay},
        kDaysAhead - kFirstDay);
    auto women = invent_women(units, kFirstDay);
    add_demo_hotspots(app, units);
    DemoPast past{app, clock, units, women};
    past.live(kFirstDay, now);
    Demo demo{.counts = past.counts(), .pages = {}, .next_walk = {}};
    for (auto const& woman : women) {
        note_page(app, woman, demo);
    }
    demo.pages.referral = pass_one_on(app, units.front().desk, units.front().id);
    return demo;
}

} // namespace wt::app
