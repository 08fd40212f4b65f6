#include "streets/light_along.hpp"

#include <algorithm>

namespace wt::streets {

LightLengths light_along(Network const& network, Edge const& edge, Metres a, Metres b) noexcept
{
    auto const [from, to] = std::minmax(a.value, b.value);
    double const length = to - from;
    if (edge.light == Light::lit) {
        return {Metres{length}, {}, {}};
    }
    double by_lamps = 0;
    for (LitSpan const span : network.lit_spans_of(edge)) {
        by_lamps +=
            std::max(0.0, std::min<double>(to, span.to_m) - std::max<double>(from, span.from_m));
    }
    by_lamps = std::min(by_lamps, length);
    Metres const dark{length - by_lamps};
    return edge.light == Light::unlit ? LightLengths{Metres{by_lamps}, dark, {}}
                                      : LightLengths{Metres{by_lamps}, {}, dark};
}

} // namespace wt::streets
