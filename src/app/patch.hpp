#pragma once

#include "app/app.hpp"
#include "app/areas.hpp"
#include "scheme/answer.hpp"
#include "scheme/answer_clock.hpp"
#include "scheme/category.hpp"
#include "scheme/concern.hpp"
#include "scheme/role.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

/// What an officer should know of a ward before she walks there. Counts of concerns, never of
/// people; no words, no walk, no disclosure and no complaint. What women said about the police
/// themselves is left to the desk: those who would read it here may be whom it is about.
namespace wt::app {

/// How far back it looks, beyond what still waits for an answer.
inline constexpr std::chrono::days kPatchLooksBack{90};

/// Where, and what about.
struct PatchPlace
{
    std::string street; ///< empty: it has no name
    Category category = Category::other;

    friend bool operator==(PatchPlace const&, PatchPlace const&) = default;
};

/// What women said about one thing in one street: what waits, however old, and what was raised in
/// the time that is looked at.
struct PatchSaid
{
    PatchPlace place;
    int count = 0;
    int waiting = 0;                          ///< of these without an answer, or reopened
    std::array<int, kFeltWhen.size()> felt{}; ///< by `FeltWhen`
    Day since;                                ///< when the first of them was raised
    ClockStatus clock = ClockStatus::stopped; ///< the latest of those that wait
};

/// The last word on a concern there.
struct PatchAnswer
{
    PatchPlace place;
    AnswerKind kind = AnswerKind::done;
    std::string sentence;
    std::string body;
    std::optional<Day> due;
    Instant answered_at;
    ClockStatus clock = ClockStatus::stopped; ///< red also once a promised date has passed
};

struct Patch
{
    Ward ward;
    Day today;
    std::vector<PatchSaid> said{};       ///< what waits first, then by count
    std::vector<PatchAnswer> promised{}; ///< planned or with a partner, soonest first, undated last
    std::vector<PatchAnswer> due{};  ///< of these, to be done by the end of this week, or overdue
    std::vector<PatchAnswer> done{}; ///< lately, newest first
};

/// The wards that she may choose: those she knows, or where none are named those of her unit.
/// \throws Refusal (forbidden)
std::vector<Ward> list_patch_wards(App const& app, Person const& officer);

/// \throws Refusal: forbidden; not_found, for a ward that she may not choose
Patch see_patch(App& app, Person const& officer, WardId ward);

} // namespace wt::app
