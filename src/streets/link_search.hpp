#pragma once

#include "streets/search.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace wt::streets {

/// Shortest distances from one point of a street to many, over the links between junctions. Nodes
/// wait in buckets by distance and are improved until their bucket is empty (U. Meyer and P.
/// Sanders, Delta-stepping, Journal of Algorithms 49 (2003), on one thread). One object serves many
/// searches in turn on the same network. Within a millimetre or two of `Search`, since a link's
/// length is rounded once more.
class LinkSearch
{
public:
    explicit LinkSearch(Network const& network);

    /// Looks as far as `options.bound`, or until all of `goals` are known.
    void
    run(StreetPoint const& from, SearchOptions const& options, std::span<StreetPoint const> goals);

    /// How far the last search had to walk to one of its goals; `kUnreachable` if it cannot or is
    /// beyond the bound.
    [[nodiscard]] Metres distance_to(StreetPoint const& goal) const;

private:
    struct Entry
    {
        double distance;
        std::uint32_t junction;
    };

    void clear();
    void reach(std::uint32_t junction, double distance);
    void empty_bucket(std::size_t index);
    [[nodiscard]] double along_link(StreetPoint const& point) const;

    Network const& network_;
    SearchOptions options_;
    StreetPoint from_;
    std::vector<double> distance_; ///< by junction
    std::vector<std::uint32_t> touched_;
    std::vector<std::vector<Entry>> buckets_;
    std::size_t last_bucket_ = 0; ///< beyond it all are empty
};

} // namespace wt::streets
