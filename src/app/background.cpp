#include "app/background.hpp"

#include "app/refer_concern.hpp"
#include "app/send_referral.hpp"

namespace wt::app {

Background::Background(App& app)
    : channels_{make_channels(app)}, handlers_{{std::string{kSendReferralJob}, send_referral}},
      worker_{app, list_standard_chores(channels_, handlers_)}
{
}

} // namespace wt::app
