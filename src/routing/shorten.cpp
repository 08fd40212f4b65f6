#include "routing/shorten.hpp"

#include <algorithm>

namespace wt::routing {

namespace {

/// Less than this share of the budget is rounding, and would make the moves go round in circles.
constexpr double kLeastGain = 1e-11;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestMoved = 3;

} // namespace

Shortener::Shortener(Ground const& ground)
    : ground_{ground}, position_(ground.size, kNowhere), is_queued_(ground.size)
{
}

bool Shortener::shorten(Tours& tours)
{
    bool is_shorter = false;
    for (std::size_t route = 0; route < ground_.routes; ++route) {
        load(tours, route);
        if (queue_.empty()) {
            continue;
        }
        if (shorten_loaded()) {
            is_shorter = true;
            tours.replace(route, {order_.begin() + 1, order_.end() - 1});
        }
    }
    tours.forget_changes();
    return is_shorter;
}

/// \returns true if anything got shorter
bool Shortener::shorten_loaded()
{
    add_up();
    bool is_shorter = false;
    while (!queue_.empty()) {
        auto const node = queue_.back();
        auto const move = best_move(position_[node]);
        if (move.gain > 0.0) {
            apply(move);
            is_shorter = true;
        } else {
            queue_.pop_back();
            is_queued_[node] = 0;
        }
    }
    for (auto const node : order_) {
        position_[node] = kNowhere;
    }
    return is_shorter;
}

void Shortener::load(Tours const& tours, std::size_t route)
{
    order_.clear();
    queue_.clear();
    auto const end = ground_.end(route);
    for (Node at = ground_.start(route);; at = tours.next(at)) {
        order_.push_back(at);
        if (tours.is_changed(at)) {
            queue_.push_back(at);
            is_queued_[at] = 1;
        }
        if (at == end) {
            break;
        }
    }
}

void Shortener::add_up()
{
    auto const size = order_.size();
    turn_.assign(size, 0.0);
    position_[order_[0]] = 0;
    for (std::size_t i = 1; i < size; ++i) {
        position_[order_[i]] = i;
        turn_[i] = turn_[i - 1] + leg(i, i - 1) - leg(i - 1, i);
    }
    if (ground_.has_ranks) {
        ranked_.assign(size + 1, 0);
        for (std::size_t i = 0; i < size; ++i) {
            bool const is_ranked = ground_.rank[order_[i]] != Terrain::kNoRank;
            ranked_[i + 1] = ranked_[i] + (is_ranked ? 1 : 0);
        }
    }
}

Shortener::Move Shortener::best_move(std::size_t position) const
{
    Move best{.gain = kLeastGain * ground_.budget};
    auto const last = order_.size() - 1;
    auto const node = order_[position];
    double const longest = std::max(
        position > 0 ? leg(position - 1, position) : 0.0,
        position < last ? leg(position, position + 1) : 0.0);
    if (node < ground_.count) {
        constexpr std::size_t kNearest = 10;
        std::size_t left = kNearest;
        for (auto const other : ground_.near(node)) {
            if (position_[other] == kNowhere) {
                continue;
            }
            if (std::min(ground_.leg(node, other), ground_.leg(other, node)) >= longest) {
                break;
            }
            try_pair(position, position_[other], best);
            if (--left == 0) {
                break;
            }
        }
        try_pair(position, 0, best);
        try_pair(position, last, best);
    }
    best.gain = best.to == 0 ? 0.0 : best.gain;
    return best;
}

/// The moves that make neighbours of the nodes at two positions.
void Shortener::try_pair(std::size_t a, std::size_t b, Move& best) const
{
    auto const last = order_.size() - 1;
    auto const [low, high] = std::minmax(a, b);
    if (high < last) {
        try_turn(low + 1, high + 1, best);
    }
    if (low > 0) {
        try_turn(low, high, best);
    }
    for (std::size_t length = 1; length <= kLongestMoved; ++length) {
        if (a >= 1 && a + length <= last) { // begins with a
            try_move(a, a + length, b, best);
            try_move(a, a + length, b + 1, best);
        }
        if (length > 1 && a < last && a + 1 > length) { // ends with a
            try_move(a + 1 - length, a + 1, b, best);
            try_move(a + 1 - length, a + 1, b + 1, best);
        }
    }
}

/// Positions [from, to), none of them an end, walked the other way round.
void Shortener::try_turn(std::size_t from, std::size_t to, Move& best) const
{
    if (to < from + 2 || ranked_in(from, to) > 1) {
        return;
    }
    double const gain = leg(from - 1, from) + leg(to - 1, to) - leg(from - 1, to - 1) -
                        leg(from, to) - (turn_[to - 1] - turn_[from]);
    if (gain > best.gain) {
        best = {.from = from, .to = to, .place = from, .is_turned = true, .gain = gain};
    }
}

/// Positions [from, to), none of them an end, moved before `place`, either way round.
void Shortener::try_move(std::size_t from, std::size_t to, std::size_t place, Move& best) const
{
    if ((place >= from && place <= to) || place == 0 || place >= order_.size()) {
        return;
    }
    auto const moved = ranked_in(from, to);
    auto const passed = place < from ? ranked_in(place, from) : ranked_in(to, place);
    if (moved > 0 && passed > 0) {
        return;
    }
    double const freed =
        leg(from - 1, from) + leg(to - 1, to) - leg(from - 1, to) + leg(place - 1, place);
    double const straight = freed - leg(place - 1, from) - leg(to - 1, place);
    if (straight > best.gain) {
        best = {from, to, place, false, straight};
    }
    double const turned =
        freed - leg(place - 1, to - 1) - leg(from, place) - (turn_[to - 1] - turn_[from]);
    if (turned > best.gain && moved <= 1) {
        best = {from, to, place, true, turned};
    }
}

void Shortener::apply(Move const& move)
{
    for (auto const position :
         {move.from - 1, move.from, move.to - 1, move.to, move.place - 1, move.place}) {
        note(position);
    }
    auto const at = [&](std::size_t position) {
        return order_.begin() + static_cast<std::ptrdiff_t>(position);
    };
    if (move.is_turned) {
        std::reverse(at(move.from), at(move.to));
    }
    if (move.place < move.from) {
        std::rotate(at(move.place), at(move.from), at(move.to));
    } else if (move.place > move.to) {
        std::rotate(at(move.from), at(move.to), at(move.place));
    }
    add_up();
}

void Shortener::note(std::size_t position)
{
    auto const node = order_[position];
    if (is_queued_[node] == 0) {
        queue_.push_back(node);
        is_queued_[node] = 1;
    }
}

} // namespace wt::routing
