#pragma once

#include "app/app.hpp"
#include "app/public_place.hpp"
#include "app/record.hpp"
#include "base/named.hpp"
#include "scheme/answer_clock.hpp"
#include "store/answers.hpp"
#include "store/concerns.hpp"

#include <optional>
#include <string>
#include <vector>

namespace wt::app {

/// Whose concerns a list shows.
enum class OwnerChoice
{
    all,
    mine,
    nobodys, ///< anybody may see to them
};

inline constexpr std::array<Named<OwnerChoice>, 3> kOwnerChoices{{
    {OwnerChoice::all, ""},
    {OwnerChoice::mine, "mine"},
    {OwnerChoice::nobodys, "nobodys"},
}};

/// What the desk wants to see of its command unit.
struct DeskFilter
{
    BcuId bcu;
    std::optional<WardId> ward{};
    std::optional<Category> category{};
    std::optional<ConcernState> state{};
    OwnerChoice owner = OwnerChoice::all;
    std::optional<store::ConcernKey> after{}; ///< where the page before ended
    std::size_t limit = 50;                   ///< 1..500
};

/// A concern as the desk sees it: without pseudonym, client id and words.
struct DeskConcern
{
    store::StoredConcern concern;
    std::optional<store::StoredAnswer> latest;
    ClockStatus clock = ClockStatus::on_time;
};

struct DeskPage
{
    std::vector<DeskConcern> concerns; ///< oldest first
    std::optional<store::ConcernKey> next;
};

/// Drops what would tie the concerns of one woman together, or to the page that sent them.
store::StoredConcern without_pseudonym(store::StoredConcern concern);

/// \throws Refusal (not_found); (forbidden) unless `person` may do this to concerns of its unit
store::StoredConcern
require_concern(store::Reading& reading, Person const& person, Action action, ConcernId concern);

/// \throws Refusal (forbidden) unless `person` may see the concerns of that unit
DeskPage list_concerns(App& app, Person const& person, DeskFilter const& filter);

/// One concern with its whole history, oldest answer first.
struct ConcernWithHistory
{
    DeskConcern concern;
    PublicPlace seen; ///< where the public sees it
    std::vector<store::StoredAnswer> answers;
    bool has_words = false;
};

/// \throws Refusal (not_found); (forbidden) for another unit's
ConcernWithHistory open_concern(App& app, Person const& person, ConcernId concern);

/// Her own words. Every look is written into the audit, whether there are words or not.
/// \param reason  why the desk looks; not `Reason::none`
/// \returns nothing if there are none, or she has been erased
std::optional<std::string>
read_words(App& app, Person const& person, ConcernId concern, Reason reason);

} // namespace wt::app
