#pragma once

#include "app/app.hpp"
#include "hotspots/evaluation.hpp"
#include "scheme/role.hpp"
#include "store/evaluations.hpp"

#include <optional>
#include <string>
#include <vector>

/// What came out of evaluations: counted and made public by the system alone once they are over,
/// whatever it is.
namespace wt::app {

/// Counts and publishes what is over; what was proposed and not decided in time lapses. Safe on
/// several machines at once. \returns how many were published
/// \throws Refusal (forbidden)
int publish_evaluations(App& app, Person const& person);

/// What the counts say, by the locked wish: the share of a fall that matters.
hotspots::Evaluation
judged(store::StoredEvaluation const& evaluation, store::StoredEvaluationResult const& result);

/// An evaluation as anyone may see it: before it is over only that there is one.
struct PublicEvaluation
{
    EvaluationId id;
    std::string fingerprint; ///< of what was locked
    Day locked_day;
    Day end_day;                        ///< from which it is published
    int fall = 0;                       ///< in percent, that would matter
    std::optional<int> smallest_fall{}; ///< in percent, that is likely seen

    struct Told
    {
        BcuId bcu;
        std::optional<HotspotId> hotspot{}; ///< where the patrols went, if it is public
        Day first_day;                      ///< of the patrols
        int weeks = 0;
        store::StoredEvaluationResult result;
        /// Nothing: fewer women than the threshold are behind one of the counts.
        std::optional<hotspots::Difference> difference{};
    };
    std::optional<Told> told{}; ///< once it is over
};

/// Those that were locked, the newest first.
std::vector<PublicEvaluation> public_evaluations(App& app);

} // namespace wt::app
