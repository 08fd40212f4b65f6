#include "routing/shorten.hpp"

#include <algorithm>

namespace wt::routing {

namespace {

/// Less than this is rounding, and would make the moves go round in circles.
constexpr double kLeastGain = 1e-9;

/// A route with its sums, so that a move is judged in constant time. Positions count from the
/// start (0) to the end (size - 1); dwell does not change and is left out.
class Tour
{
public:
    Tour(Terrain const& terrain, Stops const& stops) : terrain_{terrain}
    {
        order_.push_back(terrain.problem.start);
        order_.insert(order_.end(), stops.begin(), stops.end());
        order_.push_back(terrain.problem.end);
        add_up();
    }

    [[nodiscard]] Stops stops() const { return {order_.begin() + 1, order_.end() - 1}; }

    /// \returns true if a stretch is better walked the other way round, and turns it
    bool turn_a_stretch()
    {
        auto const last = order_.size() - 1;
        for (std::size_t i = 1; i + 1 < last; ++i) {
            for (std::size_t j = i + 1; j < last && ranked_in(i, j + 1) <= 1; ++j) {
                double const now = time(i - 1, i) + forward_[j] - forward_[i] + time(j, j + 1);
                double const turned = time(i - 1, j) + backward_[j] - backward_[i] + time(i, j + 1);
                if (turned < now - kLeastGain) {
                    std::reverse(at(i), at(j + 1));
                    add_up();
                    return true;
                }
            }
        }
        return false;
    }

    /// \returns true if up to three neighbours are better elsewhere, and moves them
    bool move_neighbours()
    {
        auto const last = order_.size() - 1;
        for (std::size_t i = 1; i < last; ++i) {
            for (std::size_t end = i + 1; end <= std::min(i + 3, last); ++end) {
                if (move_to_best_place(i, end)) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    [[nodiscard]] double time(std::size_t from, std::size_t to) const
    {
        return terrain_.problem.time(order_[from], order_[to]).count();
    }

    [[nodiscard]] Stops::iterator at(std::size_t position)
    {
        return order_.begin() + static_cast<std::ptrdiff_t>(position);
    }

    /// How many of her usual way stand at positions [from, to).
    [[nodiscard]] std::size_t ranked_in(std::size_t from, std::size_t to) const
    {
        return ranked_[to] - ranked_[from];
    }

    void add_up()
    {
        forward_.assign(order_.size(), 0.0);
        backward_.assign(order_.size(), 0.0);
        ranked_.assign(order_.size() + 1, 0);
        for (std::size_t i = 0; i < order_.size(); ++i) {
            bool const is_ranked = terrain_.rank[order_[i]] != Terrain::kNoRank;
            ranked_[i + 1] = ranked_[i] + (is_ranked ? 1 : 0);
            if (i > 0) {
                forward_[i] = forward_[i - 1] + time(i - 1, i);
                backward_[i] = backward_[i - 1] + time(i, i - 1);
            }
        }
    }

    /// Moves positions [from, to) between two others where that saves most.
    bool move_to_best_place(std::size_t from, std::size_t to)
    {
        double const freed = time(from - 1, from) + time(to - 1, to) - time(from - 1, to);
        double best = kLeastGain;
        std::size_t place = 0;
        for (std::size_t before = 1; before < order_.size(); ++before) {
            if (before >= from && before <= to) {
                continue;
            }
            bool const passes_her_way =
                before < from ? ranked_in(before, from) > 0 : ranked_in(to, before) > 0;
            if (passes_her_way && ranked_in(from, to) > 0) {
                continue;
            }
            double const gain =
                freed + time(before - 1, before) - time(before - 1, from) - time(to - 1, before);
            if (gain > best) {
                best = gain;
                place = before;
            }
        }
        if (place == 0) {
            return false;
        }
        place < from ? std::rotate(at(place), at(from), at(to))
                     : std::rotate(at(from), at(to), at(place));
        add_up();
        return true;
    }

    Terrain const& terrain_;
    Stops order_;
    std::vector<double> forward_;
    std::vector<double> backward_;
    std::vector<std::size_t> ranked_;
};

} // namespace

void shorten(Terrain const& terrain, Stops& stops)
{
    Tour tour{terrain, stops};
    while (tour.turn_a_stretch() || tour.move_neighbours()) {
    }
    stops = tour.stops();
}

} // namespace wt::routing
