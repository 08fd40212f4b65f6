#pragma once

#include "app/app.hpp"

#include <cstdint>

namespace wt::app {

/// What a run of `run_retention` removed.
struct Removed
{
    std::int64_t routes = 0;        ///< walks whose routes are gone
    std::int64_t participants = 0;  ///< women erased
    std::int64_t disclosures = 0;   ///< closed long ago
    std::int64_t complaints = 0;    ///< dealt with long ago
    std::int64_t subscriptions = 0; ///< never confirmed
    std::int64_t rows = 0;          ///< sessions, invitations, codes, messages and jobs
};

/// Removes what the settings no longer let the force keep: routes, women who have been inactive,
/// old disclosures and complaints, subscriptions that nobody confirmed, ended messages and jobs,
/// expired sessions, invitations and codes, and the keys of old backups. Then makes what was
/// deleted, here or by her own wish, unreadable in the database's files. Safe on several machines
/// at once.
Removed run_retention(App& app);

/// Erases her for `reason`, with the audit row, in `tx`.
void erase_for_retention(App const& app, store::Transaction& tx, ParticipantId participant);

} // namespace wt::app
