#pragma once

#include "app/partners.hpp"
#include "support/test_app.hpp"

#include <string>

namespace wt {

inline constexpr Person kPartnerKeeper{.role = Role::administrator, .id = 1};

/// A partner for lamps everywhere that gets letters, unless told otherwise.
PartnerId given_partner(
    TestApp& test,
    app::NewPartner const& partner = {
        .name = "City Lamps",
        .kind = "lighting",
        .email = "lamps@example.org",
        .services = "lighting"});

/// The secret part of the link in the latest letter about a referral.
std::string token_of_letter(TestApp& test);

} // namespace wt
