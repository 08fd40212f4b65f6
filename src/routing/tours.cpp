#include "routing/tours.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace wt::routing {

namespace {

constexpr double kForever = std::numeric_limits<double>::infinity();

} // namespace

Tours::Tours(Ground const& ground)
    : ground_{&ground}, next_(ground.size, kNoNode), previous_(ground.size, kNoNode),
      route_(ground.size, kNoNode), begins_(ground.size), latest_(ground.size),
      lengths_(ground.routes), is_unsettled_(ground.routes, 1), is_changed_(ground.size)
{
    for (std::size_t route = 0; route < ground.routes; ++route) {
        link(ground.start(route), ground.end(route));
        route_[ground.start(route)] = static_cast<Node>(route);
        route_[ground.end(route)] = static_cast<Node>(route);
    }
    settle();
}

double Tours::length() const
{
    return std::accumulate(lengths_.begin(), lengths_.end(), 0.0);
}

bool Tours::fit() const
{
    for (std::size_t route = 0; route < ground_->routes; ++route) {
        bool const is_late = ground_->has_windows ? latest_[ground_->start(route)] < 0.0
                                                  : !(lengths_[route] <= ground_->budget);
        if (is_late) {
            return false;
        }
    }
    return true;
}

void Tours::remove(Node node)
{
    link(previous_[node], next_[node]);
    is_unsettled_[route_[node]] = 1;
    route_[node] = kNoNode;
    worth_ -= ground_->worth[node];
    --stops_;
}

void Tours::settle()
{
    for (std::size_t route = 0; route < lengths_.size(); ++route) {
        if (is_unsettled_[route] != 0) {
            add_up(route);
            is_unsettled_[route] = 0;
        }
    }
}

Tours::Place Tours::best_place(Node node) const
{
    if (ground_->rank[node] != Terrain::kNoRank) {
        return best_ranked(node);
    }
    return ground_->has_windows ? best_open(node) : best_near(node);
}

void Tours::insert(Node node, Node after)
{
    auto const route = route_[after];
    lengths_[route] += detour(node, after);
    link(node, next_[after]);
    link(after, node);
    route_[node] = route;
    worth_ += ground_->worth[node];
    ++stops_;
    if (ground_->has_windows) {
        go_forward(node);
        go_back(node);
    }
}

std::vector<Node> Tours::nodes(std::size_t route) const
{
    std::vector<Node> nodes;
    for (Node at = next_[ground_->start(route)]; at != ground_->end(route); at = next_[at]) {
        nodes.push_back(at);
    }
    return nodes;
}

void Tours::replace(std::size_t route, std::vector<Node> const& nodes)
{
    for (auto const node : this->nodes(route)) {
        remove(node);
    }
    Node at = ground_->start(route);
    for (auto const node : nodes) {
        link(at, node);
        route_[node] = static_cast<Node>(route);
        worth_ += ground_->worth[node];
        ++stops_;
        at = node;
    }
    link(at, ground_->end(route));
    is_unsettled_[route] = 1;
    settle();
}

double Tours::detour(Node node, Node after) const
{
    auto const before = next_[after];
    return ground_->leg(after, node) + ground_->leg(node, before) - ground_->leg(after, before);
}

bool Tours::fits(Node node, Node after, double detour) const
{
    if (!ground_->has_windows) {
        return lengths_[route_[after]] + detour <= ground_->budget;
    }
    auto const before = next_[after];
    double const begin = std::max(begins_[after] + ground_->leg(after, node), ground_->opens[node]);
    return begin <= ground_->closes[node] && begin + ground_->leg(node, before) <= latest_[before];
}

Tours::Place Tours::best_near(Node node) const
{
    Place best;
    for (auto const length : lengths_) { // no longer detour fits anywhere
        best.detour = std::min(best.detour, length);
    }
    best.detour = std::nextafter(ground_->budget - best.detour, kForever);
    auto const* const to = ground_->legs_to(node);
    auto const* const from = ground_->legs_from(node);
    auto const look = [&](Node after, Node before) {
        double const detour = to[after] + from[before] - ground_->leg(after, before);
        if (detour < best.detour && fits(node, after, detour)) {
            best = {after, detour};
        }
    };
    constexpr int kNeighbours = 8;
    int left = kNeighbours;
    for (auto const other : ground_->near(node)) {
        if (has(other)) {
            look(other, next_[other]);
            look(previous_[other], other);
            if (--left == 0) {
                break;
            }
        }
    }
    bool const is_far = left == kNeighbours; // from all tours: any place may be the best
    for (std::size_t route = 0; route < ground_->routes; ++route) {
        auto const start = ground_->start(route);
        auto const end = ground_->end(route);
        look(start, next_[start]);
        look(previous_[end], end);
        for (Node at = next_[start]; is_far && at != end; at = next_[at]) {
            look(at, next_[at]);
        }
    }
    return best;
}

Tours::Place Tours::best_open(Node node) const
{
    Place best;
    auto const* const to = ground_->legs_to(node);
    auto const* const from = ground_->legs_from(node);
    double const opens = ground_->opens[node];
    double const closes = ground_->closes[node];
    for (std::size_t route = 0; route < ground_->routes; ++route) {
        auto const end = ground_->end(route);
        for (Node at = ground_->start(route); at != end;) {
            auto const before = next_[at];
            double const reached = begins_[at] + to[at];
            if (begins_[at] > closes) {
                break;
            }
            double const begin = std::max(reached, opens);
            if (begin <= closes && begin + from[before] <= latest_[before]) {
                double const detour = to[at] + from[before] - ground_->leg(at, before);
                if (detour < best.detour) {
                    best = {at, detour};
                }
            }
            at = before;
        }
    }
    return best;
}

/// On her usual way: after those who come before it, before those who come after.
Tours::Place Tours::best_ranked(Node node) const
{
    Place best;
    auto const rank = ground_->rank[node];
    for (Node at = ground_->start(0); at != ground_->end(0); at = next_[at]) {
        if (ground_->rank[at] != Terrain::kNoRank) {
            if (ground_->rank[at] > rank) {
                break;
            }
            best = {};
        }
        double const more = detour(node, at);
        if (more < best.detour && fits(node, at, more)) {
            best = {at, more};
        }
    }
    return best;
}

void Tours::link(Node from, Node to)
{
    next_[from] = to;
    previous_[to] = from;
    is_changed_[from] = 1;
    is_changed_[to] = 1;
}

void Tours::add_up(std::size_t route)
{
    double length = 0.0;
    auto const start = ground_->start(route);
    auto const end = ground_->end(route);
    for (Node at = start; at != end; at = next_[at]) {
        length += ground_->leg(at, next_[at]);
    }
    lengths_[route] = length;
    if (ground_->has_windows) {
        begins_[start] = 0.0;
        for (Node at = start; at != end; at = next_[at]) {
            auto const to = next_[at];
            begins_[to] = std::max(begins_[at] + ground_->leg(at, to), ground_->opens[to]);
        }
        latest_[end] = ground_->closes[end];
        for (Node at = end; at != start; at = previous_[at]) {
            auto const from = previous_[at];
            latest_[from] = std::min(latest_[at] - ground_->leg(from, at), ground_->closes[from]);
        }
    }
}

/// Works out when visits begin from `from` on, until one begins as before.
void Tours::go_forward(Node from)
{
    auto const end = ground_->end(route_[from]);
    for (Node at = previous_[from]; at != end; at = next_[at]) {
        auto const to = next_[at];
        double const begin = std::max(begins_[at] + ground_->leg(at, to), ground_->opens[to]);
        if (at != previous_[from] && at != from && begin == begins_[to]) {
            break;
        }
        begins_[to] = begin;
    }
}

/// Works out by when visits must begin from `from` back, until one is as before.
void Tours::go_back(Node from)
{
    auto const start = ground_->start(route_[from]);
    Node at = from;
    for (bool is_first = true;; at = previous_[at], is_first = false) {
        auto const to = next_[at];
        double const latest = std::min(latest_[to] - ground_->leg(at, to), ground_->closes[at]);
        if (!is_first && latest == latest_[at]) {
            break;
        }
        latest_[at] = latest;
        if (at == start) {
            break;
        }
    }
}

} // namespace wt::routing
