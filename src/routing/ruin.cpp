#include "routing/ruin.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace wt::routing {

bool Ruiner::ruin(Tours& tours)
{
    if (tours.stops() == 0) {
        return false;
    }
    constexpr std::size_t kStrings = 60; // of a hundred
    constexpr std::size_t kAround = 20;
    auto const way = below(100);
    bool const is_large = way >= kStrings + kAround;
    if (is_large) {
        take_share(tours);
    } else if (way < kStrings) {
        take_strings(tours);
    } else {
        take_around(tours);
    }
    tours.settle();
    return is_large;
}

/// Short stretches of neighbours about one place.
void Ruiner::take_strings(Tours& tours)
{
    constexpr std::size_t kMostStrings = 3;
    constexpr std::size_t kLongest = 10;
    auto const seed = any_candidate();
    auto const strings = 1 + below(kMostStrings);
    auto const longest = std::min(kLongest, 1 + tours.stops() / 2);
    std::size_t taken = 0;
    if (tours.has(seed)) {
        take_string(tours, seed, 1 + below(longest));
        ++taken;
    }
    for (auto const node : ground_.near(seed)) {
        if (taken >= strings) {
            break;
        }
        if (tours.has(node) && below(4) != 0) {
            take_string(tours, node, 1 + below(longest));
            ++taken;
        }
    }
}

/// Up to `length` neighbours on a route, `through` among them.
void Ruiner::take_string(Tours& tours, Node through, std::size_t length)
{
    auto first = through;
    for (auto back = below(length); back > 0; --back) {
        auto const previous = tours.previous(first);
        if (previous >= ground_.count) {
            break;
        }
        first = previous;
    }
    for (; length > 0 && first < ground_.count; --length) {
        auto const next = tours.next(first);
        tours.remove(first);
        first = next;
    }
}

/// A quarter to three quarters of a route, in one stretch.
void Ruiner::take_share(Tours& tours)
{
    auto const route = below(ground_.routes);
    auto const nodes = tours.nodes(route);
    if (nodes.empty()) {
        return;
    }
    auto const length = std::max<std::size_t>(1, nodes.size() / 4 + below(nodes.size() / 2 + 1));
    auto const first = below(nodes.size() - length + 1);
    for (std::size_t i = first; i < first + length; ++i) {
        tours.remove(nodes[i]);
    }
}

/// The stops nearest to a place, up to half of them.
void Ruiner::take_around(Tours& tours)
{
    auto const seed = any_candidate();
    auto left = 1 + below(std::min<std::size_t>(tours.stops(), 30) / 2 + 1);
    for (auto const node : ground_.near(seed)) {
        if (left > 0 && tours.has(node)) {
            tours.remove(node);
            --left;
        }
    }
}

void Ruiner::recreate(Tours& tours)
{
    put_in_order(tours);
    for (auto const& [key, node] : absent_) {
        constexpr std::uint64_t kBlink = 50; // now and then one is overlooked, for variety
        if (random_.below(kBlink) == 0) {
            continue;
        }
        auto const place = tours.best_place(node);
        if (place.after != kNoNode) {
            tours.insert(node, place.after);
        }
    }
}

void Ruiner::put_in_order(Tours const& tours)
{
    auto const order = random_order();
    auto const* const distances = ground_.legs_to(any_candidate());
    absent_.clear();
    for (Node node = 0; node < ground_.count; ++node) {
        if (tours.has(node)) {
            continue;
        }
        double const lot = random_.uniform();
        double const worth = ground_.worth[node];
        double const least = 1e-3 * ground_.budget; // so that nothing is divided by nought
        switch (order) {
        case Order::by_lot:
            absent_.push_back({lot, node});
            break;
        case Order::worth:
            absent_.push_back({-worth * (0.5 + lot), node});
            break;
        case Order::distance:
            absent_.push_back({distances[node], node});
            break;
        case Order::worth_for_distance:
            absent_.push_back({-worth / (distances[node] + least), node});
            break;
        case Order::closing:
            absent_.push_back({ground_.closes[node], node});
            break;
        case Order::detour:
            if (auto const place = tours.best_place(node); place.after != kNoNode) {
                absent_.push_back({(0.5 + lot) * (place.detour + least) / worth, node});
            }
            break;
        }
    }
    std::ranges::sort(absent_, {}, [&](Absent const& absent) {
        return std::pair{ground_.is_must[absent.node] == 0, absent.key};
    });
}

Ruiner::Order Ruiner::random_order()
{
    if (below(2) == 0) {
        return Order::detour;
    }
    constexpr std::array kOrders{
        Order::by_lot, Order::worth, Order::distance, Order::worth_for_distance, Order::closing};
    return kOrders[below(ground_.has_windows ? kOrders.size() : kOrders.size() - 1)];
}

} // namespace wt::routing
