#pragma once

#include "app/participant.hpp"
#include "app/record_concern.hpp"
#include "support/test_app.hpp"

#include <string>

namespace wt {

/// What tests of concerns share: unit 1 with wards 1 and 2, unit 2 with ward 3, a member of the
/// desk, officer 11 on walk 21 with two women, and officer 13 who is on no walk.
inline constexpr BcuId kSouth{1};
inline constexpr BcuId kNorth{2};
inline constexpr WalkId kTheWalk{21};
inline constexpr RequestId kAnasRequest{31};
inline constexpr RequestId kBeasRequest{32};
inline constexpr Person kSouthDesk{.role = Role::desk, .id = 41, .bcu = kSouth};
inline constexpr Person kNorthDesk{.role = Role::desk, .id = 42, .bcu = kNorth};
inline constexpr Person kOfficer{
    .role = Role::officer, .id = 43, .bcu = kSouth, .officer = OfficerId{11}};
inline constexpr Person kOtherOfficer{
    .role = Role::officer, .id = 44, .bcu = kSouth, .officer = OfficerId{13}};

void given_walk_with_two_women(TestApp& test);

/// The women of the walk, as their links open them.
app::Participant ana(TestApp& test);
app::Participant bea(TestApp& test);

/// A segment of Camden Street in ward 1 unless told otherwise.
app::ConcernPlace
given_place(std::int64_t way = 7, WardId ward = {1}, std::string const& street = "Camden Street");

/// What Ana says on the walk about the light there.
app::NewConcern given_words_of_ana(std::string const& client_id = "from-ana-1");

/// Ana's concern, recorded by the officer.
ConcernId given_concern_of_ana(TestApp& test, std::string const& client_id = "from-ana-1");

/// `count` passers-by, each with a concern at the place.
void given_passers_by(
    TestApp& test,
    int count,
    app::ConcernPlace const& place,
    Category category = Category::lighting);

std::int64_t count_rows(TestApp& test, std::string const& table_and_condition);

} // namespace wt
