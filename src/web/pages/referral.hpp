#pragma once

#include "app/answer_referral.hpp"
#include "app/desk_referrals.hpp"
#include "web/form.hpp"
#include "web/html.hpp"
#include "web/site.hpp"

#include <string>
#include <vector>

/// A referral as its partner and as the desk see it.
namespace wt::web {

/// `/referrals/{token}` and what stands below it.
std::string referral_path(std::string_view token);

struct ReferralView
{
    Site const& site;
    app::OpenReferral const& opened;
    FormState const& state; ///< of the form that was sent last
    std::string_view token;
};
/// What the partner reads, and the form in which it answers.
Html referral_view(ReferralView const& view);

/// What was passed on from a concern, each with how it stands and the buttons of its desk; nothing
/// if nothing was.
Html concern_referrals(
    Site const& site,
    Texts const& t,
    std::vector<app::DeskReferral> const& referrals,
    bool may_act);

/// How the letter or the call of the partner's server stands, in words.
Html sending_in_words(Site const& site, Texts const& t, app::DeskReferral const& referral);

/// Buttons that send another link, or try again; nothing where neither helps.
Html referral_buttons(Texts const& t, app::DeskReferral const& referral);

} // namespace wt::web
