#pragma once

#include "base/time.hpp"
#include "scheme/ids.hpp"
#include "scheme/redaction.hpp"
#include "store/db.hpp"

#include <vector>

namespace wt::store {

/// That a part of her words was removed; never what. Never changed once stored.
struct StoredRedaction
{
    ConcernId concern;
    StaffId staff;
    RedactionReason reason = RedactionReason::names_somebody;
    Instant at;
};

void insert_redaction(Transaction& tx, StoredRedaction const& redaction);

/// Of a concern, oldest first.
std::vector<StoredRedaction> list_redactions(Reading& reading, ConcernId concern);

} // namespace wt::store
