#pragma once

#include "app/app.hpp"
#include "app/import_result.hpp"
#include "scheme/role.hpp"
#include "store/roster.hpp"

#include <istream>
#include <optional>
#include <vector>

namespace wt::app {

/// Brings the roster to what the file says. The columns tell which of two kinds it is:
///
/// - officers: `collar_number,public_name,sex,bcu,wards,languages,trained`. `sex` is F or M as the
///   force records it, `bcu` a code, `wards` codes and `languages` codes with spaces or semicolons
///   between, `trained` yes or no. Officers that the file does not name stay as they are.
/// - shifts: `collar_number,date,from,to`, in the force's local time; a shift whose `to` is not
///   after `from` ends on the next day. The lines of an officer and date are all her shifts that
///   begin on that date: they replace those of an earlier file. Without `from` and `to` she has
///   none.
///
/// - shifts as an iCalendar stream (RFC 5545): an event is a shift, or many by its rule of
///   repetition, within 400 days of today. Its officer is its X-COLLAR-NUMBER or the last word of
///   its summary; times without a zone are the force's. An event of whole days says that she is
///   off. A cancelled one says nothing.
///
/// An officer's duty days follow from it, so that she can be planned or no longer can. All or
/// nothing; importing the same file again changes nothing.
/// \throws Refusal: forbidden; invalid_input (the file as a whole cannot be read)
ImportResult import_roster(App& app, Person const& person, std::istream& file);

/// The officers of a command unit, or all, for its desk.
/// \throws Refusal: forbidden
std::vector<store::StoredOfficer>
list_roster(App const& app, Person const& person, std::optional<BcuId> bcu);

/// Makes her duty days what her shifts and eligibility ask for: each local day, from today on, that
/// a shift of hers touches. Days of a walk stay.
/// \returns false if she is no longer eligible, but still on a walk
bool refresh_duty(App const& app, store::Transaction& tx, store::StoredOfficer const& officer);

} // namespace wt::app
