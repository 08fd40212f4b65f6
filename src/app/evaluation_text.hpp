#pragma once

#include "store/evaluations.hpp"
#include "store/hotspots.hpp"

#include <string>

/// The exact words of an evaluation, whose fingerprints are published and stand in the audit.
namespace wt::app {

/// The segments of a place that are compared: those that the first search found.
std::vector<store::HotspotSegment> compared_segments(store::Reading& reading, HotspotId place);

/// What is compared, line by line. The salt keeps anybody from guessing it from its fingerprint.
/// \pre the places are there
std::string lock_text(store::Reading& reading, store::StoredEvaluation const& evaluation);

/// What came out, with the fingerprint of what was locked.
std::string
result_text(store::StoredEvaluation const& evaluation, store::StoredEvaluationResult const& result);

} // namespace wt::app
