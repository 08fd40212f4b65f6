#pragma once

#include "app/record.hpp"
#include "scheme/request_state.hpp"
#include "scheme/walk_state.hpp"
#include "web/fields.hpp"
#include "web/form.hpp"
#include "web/list_address.hpp"
#include "web/pages/shell.hpp"
#include "web/signed_in.hpp"

#include <optional>
#include <span>
#include <string>

/// What the pages of the desk share.
namespace wt::web {

/// A page with the menu of whoever is signed in, as wide as tables need.
struct DeskPage
{
    std::string title;
    Html content; ///< below the title
    std::string back{};
    bool has_errors = false;
    bool has_map = false;
};
Response show_desk(
    Site const& site,
    Request const& request,
    Person const& person,
    DeskPage const& page,
    int status = 200);

/// Whose desk it is: her own unit, or for those without one the `bcu` of the address or form, else
/// the first unit.
/// \throws Refusal (not_found) if the force has no units
BcuId desk_unit(Site const& site, Person const& person, Fields const& fields);

/// For those without a unit, who choose one above a list.
struct UnitChoice
{
    std::string_view path;         ///< of the list
    std::optional<BcuId> chosen{}; ///< nothing: the whole force
    bool has_whole_force = false;
};
/// Nothing for who has a unit of her own.
Html unit_choice(Site const& site, Texts const& t, Person const& person, UnitChoice const& choice);

Html tag_of(Texts const& t, RequestState state);
Html tag_of(Texts const& t, WalkState state);
Html tag_of(Texts const& t, PlaceState state);

/// "today", "1 day", "3 weeks"
std::string waited_in_words(Texts const& t, Instant since, Instant now);

std::string ward_name(Site const& site, WardId ward);

/// A request has no name that may be shown, so the end of its number tells it from others.
Html request_link(Texts const& t, RequestId request);

/// The reasons for which the desk may open what is personal.
inline constexpr std::array kPersonReasons{
    app::Reason::planning, app::Reason::the_walk, app::Reason::safeguarding};
inline constexpr std::array kWordsReasons{app::Reason::answering, app::Reason::safeguarding};

/// "Why do you need to know?", with the field `reason`.
Html reason_question(FormState const& state, std::span<app::Reason const> reasons);

/// What was chosen; `Reason::none` where nothing was that may be.
app::Reason read_reason(Fields const& form, std::span<app::Reason const> reasons);

} // namespace wt::web
