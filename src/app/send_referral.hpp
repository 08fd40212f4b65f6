#pragma once

#include "app/app.hpp"
#include "scheme/ids.hpp"

#include <stop_token>
#include <string>

namespace wt::app {

/// Tells the Open311 server of a referral's partner: category, place at its segment, how bad, when
/// felt; never words of hers. Does nothing if it has been told, or the partner has it no more.
/// The job `kSendReferralJob`. \param argument  the referral's id
/// \throws notify::SendError to be tried again
void send_referral(App& app, std::string const& argument);

/// Asks the servers of partners, each referral once in half an hour, and appends what they say to
/// the public history: closed is "done", open with an expected date "planned", open with new words
/// "with the partner". What a server calls a request that it does not know is an error that the
/// desk sees.
void poll_referrals(App& app, std::stop_token const& stop);

/// What the public reads when a partner's server says `notes` of a request: never more than a
/// sentence may have; without words that cannot be published, such as those that blame.
/// \returns empty if the request is open and nothing that can be published was said of it
std::string sentence_of_partner(std::string const& partner, bool is_closed, std::string_view notes);

} // namespace wt::app
