#pragma once

#include "base/message.hpp"

/// What is said when a client has sent too much (`SendingLimits`), on pages and to programs.
namespace wt::web {

inline constexpr char const* kManyRequests =
    N_("Many requests came from your network in the last ten minutes. Nothing is lost: wait ten "
       "minutes, then send again.");
inline constexpr char const* kManyReports =
    N_("Many places were told of from your network in the last ten minutes. Nothing is lost: wait "
       "ten minutes, then send again.");
inline constexpr char const* kManyComplaints =
    N_("Much was sent from your network in the last ten minutes. Nothing is lost: wait ten "
       "minutes, then send again.");

} // namespace wt::web
