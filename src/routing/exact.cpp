#include "routing/exact.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <limits>

namespace wt::routing {

namespace {

using Subset = std::uint32_t;

class Table
{
public:
    explicit Table(Terrain const& terrain)
        : terrain_{terrain}, count_{terrain.candidates.size()},
          times_((std::size_t{1} << count_) * count_, kNever), earlier_(count_)
    {
        assert(count_ <= kMostExact);
        find_earlier();
    }

    Stops best()
    {
        begin();
        Subset best = 0;
        Value best_value = terrain_.value({});
        for (Subset subset = 1; subset < (Subset{1} << count_); ++subset) {
            Seconds const home = extend(subset);
            if (home > terrain_.budget) {
                continue;
            }
            Value value = value_of(subset);
            value.total = home;
            if (is_better(value, best_value)) {
                best = subset;
                best_value = value;
            }
        }
        return stops_of(best);
    }

private:
    static constexpr double kNever = std::numeric_limits<double>::infinity();

    double& time(Subset visited, std::size_t last) { return times_[visited * count_ + last]; }

    [[nodiscard]] std::size_t point(std::size_t candidate) const
    {
        return terrain_.candidates[candidate];
    }

    /// When the visit of `candidate` begins if that of `from` did at `so_far`; never if it is
    /// closed by then.
    [[nodiscard]] double begun(double so_far, std::size_t from, std::size_t candidate) const
    {
        auto const to = point(candidate);
        auto const& given = terrain_.problem.points[to];
        double const then = std::max(so_far + terrain_.leg(from, to).count(), given.opens.count());
        return then <= given.closes.count() ? then : kNever;
    }

    /// Whoever comes later on her usual way must not have been visited before.
    void find_earlier()
    {
        for (std::size_t a = 0; a < count_; ++a) {
            for (std::size_t b = 0; b < count_; ++b) {
                auto const rank_a = terrain_.rank[point(a)];
                auto const rank_b = terrain_.rank[point(b)];
                bool const are_ordered = rank_a != Terrain::kNoRank && rank_b != Terrain::kNoRank;
                if (are_ordered && rank_b > rank_a) {
                    earlier_[a] |= Subset{1} << b;
                }
            }
        }
    }

    void begin()
    {
        for (std::size_t i = 0; i < count_; ++i) {
            time(Subset{1} << i, i) = begun(0.0, terrain_.problem.start, i);
        }
    }

    /// Goes on from each last point of `visited`. \returns the least time to the end from there
    Seconds extend(Subset visited)
    {
        double home = kNever;
        for (Subset rest = visited; rest != 0; rest &= rest - 1) {
            auto const last = static_cast<std::size_t>(std::countr_zero(rest));
            double const so_far = time(visited, last);
            double const back = so_far + terrain_.leg(point(last), terrain_.problem.end).count();
            if (so_far > terrain_.budget.count()) {
                continue;
            }
            home = std::min(home, back);
            for (std::size_t next = 0; next < count_; ++next) {
                Subset const bit = Subset{1} << next;
                if ((visited & bit) == 0 && (visited & earlier_[next]) == 0) {
                    double const then = begun(so_far, point(last), next);
                    auto& known = time(visited | bit, next);
                    known = std::min(known, then);
                }
            }
        }
        return Seconds{home};
    }

    [[nodiscard]] Value value_of(Subset subset) const
    {
        Value value;
        for (Subset rest = subset; rest != 0; rest &= rest - 1) {
            auto const at = point(static_cast<std::size_t>(std::countr_zero(rest)));
            double const weight = terrain_.problem.points[at].weight;
            terrain_.is_must[at] ? value.musts += weight : value.others += weight;
            value.must_count += terrain_.is_must[at] ? 1U : 0U;
        }
        return value;
    }

    /// Walks the table back from the end.
    Stops stops_of(Subset visited)
    {
        Stops backwards;
        auto next = terrain_.problem.end;
        while (visited != 0) {
            std::size_t last = 0;
            double least = kNever;
            for (Subset rest = visited; rest != 0; rest &= rest - 1) {
                auto const i = static_cast<std::size_t>(std::countr_zero(rest));
                double const then = time(visited, i) + terrain_.leg(point(i), next).count();
                if (then < least) { // who waits there waits for any; the earliest is as good
                    least = then;
                    last = i;
                }
            }
            next = point(last);
            backwards.push_back(next);
            visited &= ~(Subset{1} << last);
        }
        return {backwards.rbegin(), backwards.rend()};
    }

    Terrain const& terrain_;
    std::size_t count_;
    std::vector<double> times_;
    std::vector<Subset> earlier_;
};

} // namespace

Stops solve_exactly(Terrain const& terrain)
{
    return Table{terrain}.best();
}

} // namespace wt::routing
