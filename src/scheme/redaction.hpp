#pragma once

#include "base/message.hpp"
#include "base/named.hpp"

namespace wt {

/// Why a part of a woman's own words was removed.
enum class RedactionReason
{
    names_somebody,
    tells_who_she_is,
    not_needed, ///< for what she says of the place
};

inline constexpr std::array<Named<RedactionReason>, 3> kRedactionReasons{{
    {RedactionReason::names_somebody, "names_somebody"},
    {RedactionReason::tells_who_she_is, "tells_who_she_is"},
    {RedactionReason::not_needed, "not_needed"},
}};

/// In plain words, as she reads it.
Message title(RedactionReason reason);

} // namespace wt
