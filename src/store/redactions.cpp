#include "store/redactions.hpp"

#include "store/sql.hpp"

namespace wt::store {

void insert_redaction(Transaction& tx, StoredRedaction const& redaction)
{
    execute(
        tx,
        "INSERT INTO redaction (concern_id, staff_id, reason, redacted_at) "
        "VALUES (:concern, :staff, :reason, :at)",
        redaction.concern,
        redaction.staff,
        code_in(kRedactionReasons, redaction.reason),
        redaction.at);
}

std::vector<StoredRedaction> list_redactions(Reading& reading, ConcernId concern)
{
    std::vector<StoredRedaction> redactions;
    for (auto const& [staff, reason, at] : list_rows<StaffId, std::string, Instant>(
             reading,
             "SELECT staff_id, reason, redacted_at FROM redaction WHERE concern_id = :concern "
             "ORDER BY id",
             concern)) {
        redactions.push_back(
            {.concern = concern,
             .staff = staff,
             .reason = find_in(kRedactionReasons, reason).value(),
             .at = at});
    }
    return redactions;
}

} // namespace wt::store
