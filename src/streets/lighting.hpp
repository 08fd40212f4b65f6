#pragma once

#include "streets/network_tables.hpp"

#include <memory>
#include <span>
#include <vector>

namespace wt::streets {

/// How far the light of a street lamp reaches along the ground. Lamps of residential streets stand
/// 25 to 50 m apart (BS 5489-1), so a row of them lights the whole street.
inline constexpr Metres kLampReach{25.0};

/// Street lamps by place.
class LampIndex
{
public:
    explicit LampIndex(std::vector<LatLon> lamps);
    ~LampIndex();
    LampIndex(LampIndex&&) noexcept;
    LampIndex& operator=(LampIndex&&) noexcept;

    /// The stretches of a line that lie within `kLampReach` of a lamp, in metres along it, in
    /// order, apart from each other.
    [[nodiscard]] std::vector<LitSpan> list_lit_spans(std::span<FixedPoint const> line) const;

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

} // namespace wt::streets
