#pragma once

#include "app/app.hpp"
#include "scheme/month.hpp"
#include "scheme/role.hpp"
#include "store/partners.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What oversight reads of the whole force: how things stand, and nothing of anybody.
namespace wt::app {

/// How the concerns of a command unit stand that wait for what will become of them.
struct UnitOverview
{
    BcuId bcu;
    std::string name;
    std::int64_t waiting = 0;       ///< without an answer
    std::int64_t late = 0;          ///< of all that wait, answered with a promise or not
    std::int64_t very_late = 0;     ///< beyond these
    std::int64_t with_partners = 0; ///< referrals in a partner's hands
    std::int64_t unsent = 0;        ///< of these, what could not be sent
};

struct Overview
{
    std::vector<UnitOverview> units; ///< by name
    std::size_t suspended = 0;       ///< officers of the whole force
};

/// \throws Refusal (forbidden)
Overview see_overview(App& app, Person const& person);

/// How long a complaint may wait before it counts as late here.
inline constexpr std::chrono::days kComplaintIsLate{28};

/// What was told in a month, and how it stands now. Nothing: fewer than the threshold, or held back
/// so that another number cannot be worked out.
struct ConfidentialMonth
{
    Month month = 0;
    std::optional<std::int64_t> told;
    std::optional<std::int64_t> waiting; ///< in time
    std::optional<std::int64_t> late;
};

struct ConfidentialCounts
{
    std::vector<ConfidentialMonth> disclosures; ///< late: not recorded as a crime within its time
    std::vector<ConfidentialMonth> complaints;  ///< late: longer than `kComplaintIsLate`
};

/// Of the last twelve months, this one first. The look is logged.
/// \throws Refusal (forbidden)
ConfidentialCounts count_confidential(App& app, Person const& person);

/// All partners, by name; how to reach one stays sealed.
/// \throws Refusal (forbidden)
std::vector<store::StoredPartner> oversee_partners(App& app, Person const& person);

} // namespace wt::app
