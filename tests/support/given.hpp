#pragma once

#include "app/ask_for_walk.hpp"
#include "app/plan_walks.hpp"
#include "support/test_app.hpp"

#include <string>

namespace wt {

/// Where the test force is: a square around Camberwell, one BCU with one ward.
inline constexpr LatLon kCamberwell{51.4740, -0.0930};
inline constexpr LatLon kParis{48.8566, 2.3522};
inline constexpr BcuId kBcu{1};
inline constexpr WardId kWard{1};
inline constexpr OfficerId kAmara{101};
inline constexpr OfficerId kBeth{102};
inline constexpr OfficerId kCara{103};

/// The force: BCU, ward, settings.
void given_force(TestApp& test);

/// Amara, Beth and Cara, who know the ward and are on duty each evening, 15:00 to 23:30 UTC, for
/// two weeks from `test.now`.
void given_officers(TestApp& test);

/// A complete form: Ana, by e-mail, in Camberwell, on weekday evenings.
app::WalkWish given_wish();

/// As asked for by Ana; `contact` tells her from others.
app::AskedWalk given_request(TestApp& test, std::string const& contact = "ana@example.org");

/// The plan of the next two weeks, published. \returns how many walks are held.
std::size_t given_published_plan(TestApp& test);

/// How an officer signs in.
Person officer(OfficerId id);

} // namespace wt
