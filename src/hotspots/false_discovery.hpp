#pragma once

#include <span>
#include <vector>

namespace wt::hotspots {

/// How tests may hang together.
enum class Dependence
{
    positive, ///< Benjamini and Hochberg, J. R. Stat. Soc. B 57 (1995) 289-300
    any       ///< Benjamini and Yekutieli, Ann. Stat. 29 (2001) 1165-1188
};

/// For each p the smallest share of false discoveries at which it is still called:
///     q = min over all p' >= p of p' m / rank(p'), times sum 1/i for `any`; at most 1.
/// \param p  0..1
std::vector<double> false_discovery_rates(std::span<double const> p, Dependence dependence);

} // namespace wt::hotspots
