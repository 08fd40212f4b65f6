#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace wt {

/// An identifier that cannot be mistaken for another kind's: `Id<WalkTag>` does not convert to
/// `Id<RequestTag>`. Zero means "not yet given one"; stored ids are positive.
template <class Tag>
struct Id
{
    std::int64_t value = 0;

    friend auto operator<=>(Id, Id) = default;
};

} // namespace wt

template <class Tag>
struct std::hash<wt::Id<Tag>>
{
    std::size_t operator()(wt::Id<Tag> id) const noexcept
    {
        return std::hash<std::int64_t>{}(id.value);
    }
};
