#pragma once

#include "base/interval.hpp"
#include "scheme/ids.hpp"
#include "store/areas.hpp"
#include "store/db.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wt::store {

/// An officer of the roster.
struct StoredOfficer
{
    OfficerId id;
    std::string collar_number; ///< unique
    std::string public_name;   ///< by which women know her
    bool is_woman = true;      ///< sex as the force records it
    BcuId bcu;
    std::vector<WardId> wards;          ///< that she knows, by id
    std::vector<std::string> languages; ///< codes, in order of the alphabet
    bool trained = false;
    std::optional<StaffId> staff; ///< with which she signs in
    std::optional<Instant> suspended_at;

    friend bool operator==(StoredOfficer const&, StoredOfficer const&) = default;
};

/// A woman, trained and not suspended: who alone may go on walks.
bool is_eligible(StoredOfficer const& officer);

/// Everyone in the roster, by collar number; with `bcu`, that unit's own.
std::vector<StoredOfficer> list_officers(Reading& reading, std::optional<BcuId> bcu = std::nullopt);

std::optional<StoredOfficer> find_officer(Reading& reading, OfficerId id);
std::optional<StoredOfficer> find_officer_of(Reading& reading, StaffId staff);
std::optional<StoredOfficer>
find_officer_by_collar_number(Reading& reading, std::string_view collar_number);

/// Adds her, with the id given, or changes whoever has her collar number: name, sex, command unit,
/// wards, languages and training. Suspension and sign-in stay as they are.
Put put_officer(Transaction& tx, StoredOfficer const& officer);

/// Gives her the means to sign in. \returns false if she has them already.
bool link_officer(Transaction& tx, OfficerId officer, StaffId staff);

/// Suspends (`at`) or reinstates (nothing). Her duty days and walks are the caller's to take away.
/// \returns false if she was so already.
bool set_officer_suspension(Transaction& tx, OfficerId officer, std::optional<Instant> at);

/// Her shifts that touch the interval, by start.
std::vector<Interval> list_shifts(Reading& reading, OfficerId officer, Interval within);

/// Takes away her shifts that start in the interval and gives her `shifts` instead.
void replace_shifts(
    Transaction& tx, OfficerId officer, Interval starting, std::vector<Interval> const& shifts);

/// Her time that is taken by walks, travel and rest included; sorted and disjoint.
std::vector<Interval> list_bookings(Reading& reading, OfficerId officer, Interval within);

/// The days on which she may be on a walk. The database refuses any for an officer who is not a
/// woman.
void insert_duty(Transaction& tx, OfficerId officer, std::vector<Day> const& days);

/// Takes away her duty days from `first` on, but for those of a walk.
/// \returns false if such days remain: she is still on a walk.
bool delete_future_duty(Transaction& tx, OfficerId officer, Day first);

/// An officer who may be planned, and when.
struct EligibleOfficer
{
    StoredOfficer officer;
    std::vector<Interval> shifts;   ///< that touch the interval asked for, by start
    std::vector<Interval> bookings; ///< within it; sorted and disjoint
};

/// Eligible officers with a shift that touches the interval, by collar number; three queries in
/// all, whatever their number.
std::vector<EligibleOfficer>
list_eligible_officers(Reading& reading, std::optional<BcuId> bcu, Interval within);

} // namespace wt::store
