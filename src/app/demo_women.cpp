#include "app/demo_women.hpp"

#include "app/demo_staff.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace wt::app {

namespace {

using namespace std::chrono_literals;

constexpr std::array kNames{"Adele",   "Bronwen", "Carys",  "Delphine", "Edith",  "Fatou",
                            "Gwen",    "Halima",  "Ines",   "Josefin",  "Kadija", "Lovisa",
                            "Mirja",   "Nadia",   "Orla",   "Paloma",   "Quiana", "Rosalind",
                            "Saoirse", "Tove",    "Ulrika", "Vesna",    "Wilma",  "Xenia",
                            "Yasmin",  "Zofia",   "Agnes",  "Blanka",   "Cecily", "Dorothea"};

/// Those who ask in the last days, so that this week is alive; the others are spread over the
/// weeks before.
constexpr std::size_t kRecent = 13;

constexpr std::array kWords{
    "I come home from late shifts and take this way from the stop.",
    "",
    "I would like to see where the lamps end.",
    "",
    "Please walk slowly, my knee is bad.",
    ""};

std::vector<FreeTime> evenings(std::initializer_list<int> weekdays)
{
    std::vector<FreeTime> times;
    for (int const weekday : weekdays) {
        times.push_back({weekday, 17h, 24h + 30min});
    }
    return times;
}

std::vector<FreeTime> free_times_of(std::size_t woman)
{
    switch (woman % 4) {
    case 0:
        return evenings({0, 1, 2, 3});
    case 1:
        return evenings({0, 2, 3, 6});
    case 2:
        return evenings({0, 1, 2, 3, 4, 5, 6});
    default:
        return evenings({1, 3, 4, 6});
    }
}

/// One to three streets of the ward, the first by turns, the others the nearest to it.
std::vector<NamedPlace> places_of(DemoWard const& ward, std::size_t woman)
{
    constexpr Metres kFar{700.0};
    auto const& first = ward.streets[woman * 5 % ward.streets.size()];
    std::vector<NamedPlace> places{{first.name, first.middle}};
    auto others = ward.streets;
    std::ranges::stable_sort(others, {}, [&](DemoStreet const& street) {
        return distance(street.middle, first.middle).value;
    });
    for (auto const& street : others) {
        bool const is_near = distance(street.middle, first.middle) < kFar;
        if (is_near && street.name != first.name && places.size() < 1 + woman % 3) {
            places.push_back({street.name, street.middle});
        }
    }
    return places;
}

/// What only some of them ask for.
void add_particulars(WalkWish& wish, std::size_t woman)
{
    wish.may_share = woman % 3 == 0;
    wish.party = woman % 11 == 7 ? 2 : 1;
    wish.details.step_free = woman % 9 == 4;
    if (woman % 10 == 6) {
        wish.details.language = "pl";
    } else if (woman % 10 == 3) {
        wish.details.language = "es";
    } else if (woman + 2 == kNames.size()) {
        wish.details.language = "ta"; // nobody speaks it: she waits
        wish.details.needs_language = true;
    }
    if (woman % 8 == 5) {
        wish.details.in_the_light = true;
        wish.details.free_times.clear();
        for (int weekday = 0; weekday < 7; ++weekday) {
            wish.details.free_times.push_back({weekday, 10h, 16h});
        }
    }
}

WalkWish wish_of(DemoWard const& ward, std::size_t woman)
{
    bool const has_contact = woman % 4 != 1;
    WalkWish wish{
        .is_old_enough = true,
        .name = kNames[woman],
        .contact = has_contact ? fmt::format("{}@example.org", to_lower(kNames[woman])) : "",
        .wants_messages = has_contact,
        .party = 1,
        .may_share = false,
        .details = {
            .places = places_of(ward, woman),
            .free_times = free_times_of(woman),
            .in_the_light = false,
            .step_free = false,
            .language = "",
            .words = kWords[woman % kWords.size()]}};
    add_particulars(wish, woman);
    return wish;
}

/// The wards that women ask in: the first of every staffed unit by turns, then the second.
std::vector<DemoWard const*> asked_wards(std::vector<DemoUnit> const& units)
{
    constexpr std::size_t kWardsOfAUnit = 2;
    std::vector<DemoWard const*> wards;
    for (std::size_t rank = 0; rank < kWardsOfAUnit; ++rank) {
        for (std::size_t u = 0; u < std::min(kStaffedUnits, units.size()); ++u) {
            if (rank < units[u].wards.size() && !units[u].wards[rank].streets.empty()) {
                wards.push_back(&units[u].wards[rank]);
            }
        }
    }
    return wards;
}

int asking_day(std::size_t woman, int first_day)
{
    constexpr int kRecentDays = 4;
    auto const past = kNames.size() - kRecent;
    auto const spread = [](std::size_t i, std::size_t count, int from, int to) {
        return from + static_cast<int>(i) * (to - from) / static_cast<int>(count - 1);
    };
    return woman < past ? spread(woman, past, first_day, -kRecentDays - 3)
                        : std::min(0, spread(woman - past, kRecent, -kRecentDays, 1));
}

DemoTemper temper_of(std::size_t woman)
{
    if (woman + 1 == kNames.size()) {
        return DemoTemper::leaves_open; // the last to ask: somebody has yet to answer
    }
    if (woman % 7 == 2) {
        return DemoTemper::declines_first;
    }
    bool const is_recent = woman + kRecent >= kNames.size();
    return is_recent && woman % 2 == 0 ? DemoTemper::leaves_open : DemoTemper::accepts;
}

} // namespace

std::vector<DemoWoman> invent_women(std::vector<DemoUnit> const& units, int first_day)
{
    auto const wards = asked_wards(units);
    std::vector<DemoWoman> women;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        auto const& ward = *wards.at(i % wards.size());
        women.push_back(
            {.wish = wish_of(ward, i),
             .ward = &ward,
             .asks_on = asking_day(i, first_day),
             .temper = temper_of(i),
             .asked = {}});
    }
    return women;
}

} // namespace wt::app
