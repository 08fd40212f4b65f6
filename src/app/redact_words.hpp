#pragma once

#include "app/app.hpp"
#include "scheme/redaction.hpp"
#include "scheme/role.hpp"

#include <string_view>

namespace wt::app {

/// Replaces a passage of her own words, wherever it stands in them, by "[removed]", under her own
/// key: the passage is gone. Who did it, when and why is kept, and she sees when and why.
/// \param passage  as it stands in her words, without spaces at its ends
/// \throws Refusal (not_found); (forbidden) for another unit's; (invalid_input) for no passage;
///         (conflict) if her words do not hold it (any more)
void redact_words(
    App& app,
    Person const& person,
    ConcernId concern,
    std::string_view passage,
    RedactionReason reason);

} // namespace wt::app
