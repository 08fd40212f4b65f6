#include "hotspots/stratified_tails.hpp"

#include "hotspots/sum_table.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>

namespace wt::hotspots {

namespace {

/// For each number of draws the probabilities of the sums from 0 on.
using Rows = std::vector<std::vector<double>>;

/// The places of a stratum by their count, and the most that are drawn from it at once.
struct Members
{
    std::map<Count, std::vector<Place>> by_count;
    std::size_t draws = 0;
};

/// How the neighbours of a place spread over the strata.
struct Drawn
{
    std::map<Stratum, std::size_t> from;
    Count sum = 0;
};

class Tails
{
public:
    Tails(
        std::span<Count const> counts,
        std::span<Stratum const> strata,
        Neighbours const& neighbours)
        : counts_{counts}, strata_{strata}, drawn_(counts.size()), tails_(counts.size(), 1.0)
    {
        for (Place place = 0; place < counts.size(); ++place) {
            if (strata[place] == kNoStratum) {
                continue;
            }
            if (strata[place] >= members_.size()) {
                members_.resize(strata[place] + 1);
            }
            members_[strata[place]].by_count[counts[place]].push_back(place);
            for (auto const other : neighbours.of(place)) {
                if (strata[other] != kNoStratum) {
                    ++drawn_[place].from[strata[other]];
                    drawn_[place].sum += counts[other];
                }
            }
        }
        for (auto const& drawn : drawn_) {
            for (auto const& [stratum, draws] : drawn.from) {
                members_[stratum].draws = std::max(members_[stratum].draws, draws);
            }
        }
    }

    std::vector<double> find()
    {
        std::ranges::transform(members_, std::back_inserter(rows_), [](Members const& members) {
            return rows_without(members, nullptr);
        });
        for (auto const& members : members_) {
            for (auto const& [count, places] : members.by_count) {
                auto const own = rows_without(members, &count);
                for (auto const place : places) {
                    tails_[place] = tail_of(place, own);
                }
            }
        }
        return std::move(tails_);
    }

private:
    static Rows rows_without(Members const& members, Count const* left_out)
    {
        std::size_t size = 0;
        for (auto const& [count, places] : members.by_count) {
            size += places.size();
        }
        size -= left_out != nullptr ? 1 : 0;
        auto const most = members.by_count.empty() ? 0 : members.by_count.rbegin()->first;
        auto const draws = std::min(members.draws, size);
        auto const chance = 0.5 * static_cast<double>(draws) / static_cast<double>(size + 1);
        SumTable table{draws, draws * static_cast<std::size_t>(most), chance};
        for (auto const& [count, places] : members.by_count) {
            bool const is_one_less = left_out != nullptr && count == *left_out;
            table.multiply(count, places.size() - (is_one_less ? 1 : 0));
        }
        Rows rows;
        for (std::size_t drawn = 0; drawn <= draws; ++drawn) {
            rows.push_back(table.given_draws(drawn));
        }
        return rows;
    }

    /// \param own  the rows of its own stratum without it
    [[nodiscard]] double tail_of(Place place, Rows const& own) const
    {
        auto const& drawn = drawn_[place];
        auto const target = static_cast<std::size_t>(drawn.sum);
        std::vector<double> below(target, 0.0); // the sums so far that do not reach it
        double reached = target == 0 ? 1.0 : 0.0;
        if (target > 0) {
            below[0] = 1.0;
        }
        for (auto const& [stratum, draws] : drawn.from) {
            auto const& rows = stratum == strata_[place] ? own : rows_[stratum];
            reached += add(rows[draws], below);
        }
        return std::min(1.0, reached);
    }

    /// Adds one more independent part to the sums. \returns how likely they now reach their end
    static double add(std::vector<double> const& part, std::vector<double>& below)
    {
        std::vector<double> at_least(part.size() + 1, 0.0);
        for (auto i = part.size(); i-- > 0;) {
            at_least[i] = at_least[i + 1] + part[i];
        }
        std::vector<double> sums(below.size(), 0.0);
        double reached = 0;
        for (std::size_t so_far = 0; so_far < below.size(); ++so_far) {
            auto const missing = below.size() - so_far;
            auto const kept = std::min(missing, part.size());
            for (std::size_t more = 0; more < kept; ++more) {
                sums[so_far + more] += below[so_far] * part[more];
            }
            reached += missing < part.size() ? below[so_far] * at_least[missing] : 0.0;
        }
        below = std::move(sums);
        return reached;
    }

    std::span<Count const> counts_;
    std::span<Stratum const> strata_;
    std::vector<Members> members_; ///< of each stratum
    std::vector<Rows> rows_;       ///< of each stratum, nobody left out
    std::vector<Drawn> drawn_;     ///< of each place
    std::vector<double> tails_;
};

} // namespace

std::vector<double> stratified_upper_tails(
    std::span<Count const> counts, std::span<Stratum const> strata, Neighbours const& neighbours)
{
    assert(counts.size() == neighbours.size() && counts.size() == strata.size());
    return Tails{counts, strata, neighbours}.find();
}

} // namespace wt::hotspots
