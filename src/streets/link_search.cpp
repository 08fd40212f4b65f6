#include "streets/link_search.hpp"

#include <algorithm>
#include <cmath>

namespace wt::streets {
namespace {

/// Of streets in a town, about the length of a short link: few junctions are then improved twice.
constexpr double kBucketMetres = 16.0;

constexpr double kFar = kUnreachable.value;

} // namespace

LinkSearch::LinkSearch(Network const& network)
    : network_{network}, distance_(network.junction_count(), kFar)
{
}

void LinkSearch::clear()
{
    for (auto const junction : touched_) {
        distance_[junction] = kFar;
    }
    touched_.clear();
    for (std::size_t i = 0; i <= last_bucket_ && i < buckets_.size(); ++i) {
        buckets_[i].clear();
    }
    last_bucket_ = 0;
}

void LinkSearch::reach(std::uint32_t junction, double distance)
{
    double& known = distance_[junction];
    if (distance >= known || distance > options_.bound.value) {
        return;
    }
    if (known == kFar) {
        touched_.push_back(junction);
    }
    known = distance;
    auto const bucket = static_cast<std::size_t>(distance / kBucketMetres);
    if (bucket >= buckets_.size()) {
        buckets_.resize(bucket + 1);
    }
    last_bucket_ = std::max(last_bucket_, bucket);
    buckets_[bucket].push_back({distance, junction});
}

void LinkSearch::empty_bucket(std::size_t index)
{
    // It may grow, and the buckets may move, while it is emptied.
    while (!buckets_[index].empty()) {
        Entry const entry = buckets_[index].back();
        buckets_[index].pop_back();
        if (entry.distance != distance_[entry.junction]) {
            continue;
        }
        for (Arc const& arc : network_.arcs_of(entry.junction)) {
            if (arc.is_step_free != 0 || !options_.step_free) {
                reach(arc.target, entry.distance + arc.length_m);
            }
        }
    }
}

double LinkSearch::along_link(StreetPoint const& point) const
{
    LinkPart const& part = network_.link_part(point.edge);
    return part.to_m > part.from_m ? part.from_m + point.along.value
                                   : part.from_m - point.along.value;
}

void LinkSearch::run(
    StreetPoint const& from, SearchOptions const& options, std::span<StreetPoint const> goals)
{
    clear();
    options_ = options;
    from_ = from;
    if (options.step_free && network_.edge(from.edge).is_step_free == 0) {
        return;
    }
    Link const& link = network_.link(network_.link_part(from.edge).link);
    double const along = along_link(from);
    reach(link.from, std::max(0.0, along));
    reach(link.to, std::max(0.0, link.length_m - along));
    std::size_t known = 0; // so many goals, from the first, cannot become nearer
    for (std::size_t bucket = 0; bucket <= last_bucket_ && known < goals.size(); ++bucket) {
        if (bucket < buckets_.size()) {
            empty_bucket(bucket);
        }
        double const settled = static_cast<double>(bucket + 1) * kBucketMetres;
        while (known < goals.size() && distance_to(goals[known]).value <= settled) {
            ++known;
        }
    }
}

Metres LinkSearch::distance_to(StreetPoint const& goal) const
{
    if (options_.step_free && (network_.edge(goal.edge).is_step_free == 0 ||
                               network_.edge(from_.edge).is_step_free == 0)) {
        return kUnreachable;
    }
    auto const index = network_.link_part(goal.edge).link;
    Link const& link = network_.link(index);
    double const along = along_link(goal);
    double best = std::min(
        distance_[link.from] + along, distance_[link.to] + std::max(0.0, link.length_m - along));
    if (index == network_.link_part(from_.edge).link) {
        best = std::min(best, std::abs(along - along_link(from_)));
    }
    return best <= options_.bound.value ? Metres{best} : kUnreachable;
}

} // namespace wt::streets
