#include "support/given_partners.hpp"

#include "base/crypto.hpp"
#include "store/sql.hpp"

namespace wt {

PartnerId given_partner(TestApp& test, app::NewPartner const& partner)
{
    return app::add_partner(test.app(), kPartnerKeeper, partner);
}

std::string token_of_letter(TestApp& test)
{
    store::Reading reading{test.db()};
    auto const sealed = store::find_value<std::string>(
        reading, "SELECT sealed FROM message WHERE kind = 'referral' ORDER BY id DESC LIMIT 1");
    auto const text = open(test.app().keys.key(store::KeyPurpose::outside), sealed.value()).value();
    constexpr std::string_view kStart = "/referrals/";
    auto const at = text.find(kStart) + kStart.size();
    return text.substr(at, text.find('"', at) - at);
}

} // namespace wt
